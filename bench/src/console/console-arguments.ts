import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';

export interface ConsoleArguments {
  /** Facts in the history. */
  readonly facts: number;
  /** Pages that are read of each kind. */
  readonly pages: number;
  /** How long lines are written while pages are read. */
  readonly seconds: number;
  /** Live clients of the whole console meanwhile. */
  readonly clients: number;
  readonly json: boolean;
  readonly help: boolean;
}

type NumberFlag = 'facts' | 'pages' | 'seconds' | 'clients';

const numberFlags: Readonly<Record<NumberFlag, { readonly fallback: number; readonly most: number; about: string }>> = {
  facts: { fallback: 1_000_000, most: 20_000_000, about: 'facts in the history' },
  pages: { fallback: 200, most: 100_000, about: 'pages read of each kind' },
  seconds: { fallback: 10, most: 3_600, about: 'seconds of lines while pages are read' },
  clients: { fallback: 200, most: 500, about: 'live clients of the whole console' },
};

export const consoleHelpText = [
  'Usage: npm run bench:console -- [flags]',
  '',
  'How fast the console remembers and tells: pages of a long history, and lines that are written meanwhile; first from',
  'the store alone, then from a whole console over HTTP, with a child that never stops talking and many who listen.',
  '',
  ...Object.entries(numberFlags).map(
    ([name, { about, fallback }]) => `${`  --${name} N`.padEnd(16)}${about} (${fallback})`,
  ),
  '  --json          one line of JSON after the table',
  '  --help          show this text',
  '',
].join('\n');

/** A failure is one sentence: what was expected, what was found, what to do. */
export function parseConsoleArguments(args: readonly string[]): Result<ConsoleArguments, string> {
  const names = Object.keys(numberFlags) as NumberFlag[];
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    const options = { ...Object.fromEntries(names.map((name) => [name, text])), json: flag, help: flag };
    values = parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const reason = (error as Error).message.split(/[.\n]/)[0] ?? '';
    return fail(
      `expected only --facts, --pages, --seconds, --clients, --json and --help, found: ${reason}; see --help`,
    );
  }
  const numbers = { facts: 0, pages: 0, seconds: 0, clients: 0 };
  for (const name of names) {
    const { fallback, most } = numberFlags[name];
    const given = values[name];
    const number = given === undefined ? fallback : Number(given);
    if (!Number.isInteger(number) || number < 1 || number > most) {
      return fail(`expected --${name} to be a whole number from 1 to ${most}, found "${given}"; correct it`);
    }
    numbers[name] = number;
  }
  return succeed({ ...numbers, json: values.json === true, help: values.help === true });
}
