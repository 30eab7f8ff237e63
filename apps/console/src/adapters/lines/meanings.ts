import type { ObservedFact } from '@dropwise/contract';
import { cleanName } from './clean-text.ts';
import { type ObservedKind, observe } from './fact-fields.ts';
import type { LineMeaning, LineReason, MinerPhase } from './line-meaning.ts';

export function fact<Kind extends ObservedKind>(
  kind: Kind,
  known: Partial<Omit<Extract<ObservedFact, { readonly kind: Kind }>, 'kind'>> = {},
): LineMeaning {
  return { kind: 'fact', fact: observe(kind, known) };
}

export function status(phase: MinerPhase, sentence: string): LineMeaning {
  return { kind: 'status', phase, sentence };
}

export function raised(
  reason: Pick<LineReason, 'code' | 'said'> & Partial<Pick<LineReason, 'item' | 'level' | 'todo' | 'lastsMs'>>,
): LineMeaning {
  return { kind: 'raised', reason: { item: null, level: 'degraded', todo: null, lastsMs: null, ...reason } };
}

export function cleared(codes: readonly string[], item: string | null = null): LineMeaning {
  return { kind: 'cleared', codes, item };
}

/** How long a complaint is believed that nothing ever takes back. */
export const complaintMs = 10 * 60_000;

/** A channel as both miners print it: by its display name, which for most is the login in another case. */
export function loginOf(channel: string): string {
  const name = cleanName(channel, 80);
  return /^\w+$/.test(name) ? name.toLowerCase() : name;
}
