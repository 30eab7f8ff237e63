/** What of the screen an address leads to. */
export type AudiencePart =
  | { readonly kind: 'home' | 'compare' | 'unknown' }
  | { readonly kind: 'run'; readonly runId: string };

export function partFrom({ part, id }: Readonly<Record<string, string>>): AudiencePart {
  if (part === undefined) return { kind: 'home' };
  if (part === 'compare' && id === undefined) return { kind: 'compare' };
  return part === 'runs' && id !== undefined ? { kind: 'run', runId: id } : { kind: 'unknown' };
}
