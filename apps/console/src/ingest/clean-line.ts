import type { LogLine } from '@dropwise/contract';
import { maskSecrets } from '@dropwise/runtime';
import { shortened, visibleText } from './visible-text.ts';

/** A line of a person's interest is shorter; what is longer is a dump. */
export const maxLineLength = 4_000;
const maxSourceLength = 80;
/** Looked at for secrets: beyond it nothing is kept anyway, and a secret that is cut here is far from what is kept. */
const maxLookedLength = 4 * maxLineLength;

/** As it is stored and shown: masked, one line, of bounded length. `at` that is no time becomes `now`. */
export function cleanLine(line: LogLine, now: number): LogLine {
  return {
    at: Number.isFinite(line.at) ? Math.trunc(line.at) : now,
    childId: line.childId,
    level: line.level,
    source: shortened(maskSecrets(visibleText(line.source.slice(0, maxSourceLength))), maxSourceLength),
    text: shortened(cleanWords(line.text), maxLineLength),
  };
}

function cleanWords(text: string): string {
  return maskSecrets(visibleText(text.length > maxLookedLength ? text.slice(0, maxLookedLength) : text));
}
