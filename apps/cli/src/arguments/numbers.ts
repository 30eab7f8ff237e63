import { UsageError } from './flags.ts';

/** A whole number of at least `least`; throws a `UsageError` that names the flag. */
export function parseWholeNumber(text: string, flag: string, least: number): number {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${flag} must be a whole number of at least ${least}, found "${text}".`);
}

/** A number above 0. */
export function parsePositiveNumber(text: string, flag: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new UsageError(`--${flag} must be a number above 0, found "${text}".`);
}
