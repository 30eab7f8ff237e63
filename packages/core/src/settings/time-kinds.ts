import { array, type CheckIssue, check, maxLength, pipe, readonly, string, trim } from 'valibot';
import { parsePausedHours } from '../planning/paused-hours.ts';
import type { Kind } from './kinds.ts';
import { readHours, readPlainText } from './read-text.ts';

const maxPausedHours = 50;
const maxTextLength = 100;

const hoursExpected = `at most ${maxPausedHours} entries such as "22:00-07:00", "Mon-Fri 09:00-17:00" or "Sat,Sun 00:00-24:00"`;

/** Hours of the day, on some days of the week or on all. */
export const pausedHoursKind: Kind<readonly string[]> = {
  expected: hoursExpected,
  schema: pipe(
    array(pipe(string(), trim(), check(isPausedHours, explainHours))),
    maxLength(maxPausedHours),
    readonly(),
  ),
  readText: readHours,
};

function isPausedHours(text: string): boolean {
  return text.length <= maxTextLength && parsePausedHours(text).ok;
}

function explainHours({ input }: CheckIssue<string>): string {
  const parsed = parsePausedHours(input);
  return `expected ${hoursExpected}${parsed.ok ? '' : `; in ${JSON.stringify(input.slice(0, maxTextLength))}, ${parsed.failure}`}`;
}

/** A name that `Intl` knows. */
export const timeZoneKind: Kind<string> = {
  expected: 'the IANA name of a time zone such as Europe/Berlin, or nothing for the machine’s own',
  schema: pipe(string(), trim(), maxLength(maxTextLength), check(isTimeZone)),
  readText: readPlainText,
};

function isTimeZone(name: string): boolean {
  if (name === '') return true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
