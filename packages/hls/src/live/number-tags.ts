import type { Result } from '@dropwise/kit';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';

const wholeNumber = /^\d+$/;
const decimalNumber = /^\d+(?:\.\d*)?$|^\.\d+$/;

/** What is wrong with a tag whose value must be a number; null = nothing. The reader would take the digits it finds. */
export function numberProblem(name: string, value: string): Result<never, LivePlaylistProblem> | null {
  switch (name) {
    case 'EXT-X-TARGETDURATION':
      return secondsProblem(name, value);
    case 'EXTINF':
      return secondsProblem(name, (value.split(',', 1)[0] ?? '').trim());
    case 'EXT-X-MEDIA-SEQUENCE':
    case 'EXT-X-DISCONTINUITY-SEQUENCE': {
      const isGood = wholeNumber.test(value) && Number.isSafeInteger(Number(value));
      return isGood ? null : liveProblem('semantic', `a whole number below 2^53 in #${name}`, quoted(value));
    }
    default:
      return null;
  }
}

function secondsProblem(name: string, value: string): Result<never, LivePlaylistProblem> | null {
  const seconds = decimalNumber.test(value) ? Number(value) : Number.NaN;
  return seconds > 0 && Number.isFinite(seconds)
    ? null
    : liveProblem('semantic', `seconds above 0 in #${name}`, quoted(value));
}

function quoted(value: string): string {
  return value === '' ? 'nothing' : JSON.stringify(value.slice(0, 40));
}
