import type { Secret } from '@dropwise/kit';

export type TraceKind = 'gql' | 'ws' | 'http';
/** Takes one line about the wire; tokens are masked before it is called. */
export type Trace = (kind: TraceKind, line: string) => void;

const maxRemembered = 32;
const maxLineLength = 4_000;

/** Shapes in which credentials travel on the wire, for those that were never remembered. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/OAuth [\w-]+/g, 'OAuth [token]'],
  [
    /("(?:auth_token|access_token|refresh_token|device_code|token|signature|value)"\s*:\s*")(?:[^"\\]|\\.)*"/g,
    '$1[token]"',
  ],
  [/([?&;\s](?:sig|token|auth-token|device_code)=)[^&;\s"]*/g, '$1[token]'],
];

/** Replaces credentials in a text: those it was told of, and whatever looks like one. */
export interface Mask {
  remember(secret: Secret): void;
  apply(text: string): string;
  /** Only those it was told of: leaves everything else as it is. */
  hideKnown(text: string): string;
}

export function createMask(): Mask {
  const known = new Set<string>();

  function hideKnown(text: string): string {
    let hidden = text;
    for (const secret of known) if (hidden.includes(secret)) hidden = hidden.replaceAll(secret, '[token]');
    return hidden;
  }

  return {
    remember(secret) {
      if (secret.reveal().length < 4) return;
      known.add(secret.reveal());
      for (const oldest of known) {
        if (known.size <= maxRemembered) break;
        known.delete(oldest);
      }
    },
    hideKnown,
    apply(text) {
      let masked = hideKnown(text);
      for (const [shape, replacement] of shapes) masked = masked.replace(shape, replacement);
      return masked;
    },
  };
}

/** Masks before it hands on, and cuts long lines; null in, null out, so that nothing is formatted for nobody. */
export function createMaskedTrace(trace: Trace | undefined, mask: Mask): Trace | null {
  if (trace === undefined) return null;
  return (kind, line) => {
    const masked = mask.apply(line);
    trace(
      kind,
      masked.length > maxLineLength ? `${masked.slice(0, maxLineLength)}… (${masked.length} characters)` : masked,
    );
  };
}
