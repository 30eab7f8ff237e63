import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';

export interface WebArguments {
  /** Accelerated hours that the page stays open for while its memory is watched. */
  readonly hours: number;
  /** Real seconds of changes that are timed. */
  readonly seconds: number;
  readonly json: boolean;
  readonly help: boolean;
}

const numberFlags = {
  hours: { fallback: 4, most: 240, about: 'accelerated hours that the memory is watched for (24 for the promise)' },
  seconds: { fallback: 60, most: 3_600, about: 'seconds of changes that are timed before; those hours are timed, too' },
} as const;

export const webHelpText = [
  'Usage: npm run bench:web -- [flags]',
  '',
  'What the dashboard costs a browser: its first load, how soon a change is on screen, memory, and long tasks.',
  '',
  ...Object.entries(numberFlags).map(
    ([name, { about, fallback }]) => `${`  --${name} N`.padEnd(16)}${about} (${fallback})`,
  ),
  '  --json          one line of JSON after the table',
  '  --help          show this text',
  '',
].join('\n');

/** A failure is one sentence: what was expected, what was found, what to do. */
export function parseWebArguments(args: readonly string[]): Result<WebArguments, string> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  let values: { readonly hours?: string; readonly seconds?: string; readonly json?: boolean; readonly help?: boolean };
  try {
    const options = { hours: text, seconds: text, json: flag, help: flag };
    values = parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const reason = (error as Error).message.split(/[.\n]/)[0] ?? '';
    return fail(`expected only --hours, --seconds, --json and --help, found: ${reason}; see --help`);
  }
  const numbers = { hours: 0, seconds: 0 };
  for (const name of ['hours', 'seconds'] as const) {
    const { fallback, most } = numberFlags[name];
    const number = values[name] === undefined ? fallback : Number(values[name]);
    if (!Number.isInteger(number) || number < 1 || number > most)
      return fail(`expected --${name} to be a whole number from 1 to ${most}, found "${values[name]}"; correct it`);
    numbers[name] = number;
  }
  return succeed({ ...numbers, json: values.json === true, help: values.help === true });
}
