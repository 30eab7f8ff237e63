import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';

export interface AudienceArguments {
  readonly viewers: number;
  /** Of steady state, after everybody joined. */
  readonly seconds: number;
  readonly json: boolean;
  readonly help: boolean;
}

/** A viewer may hold two connections at a time, and a process 20,000 descriptors. */
const flags = {
  viewers: { fallback: 10_000, least: 1, most: 10_000, about: 'viewers in one process' },
  seconds: { fallback: 20, least: 2, most: 600, about: 'seconds of steady state' },
} as const;

export const audienceHelpText = [
  'Usage: npm run bench:audience -- [flags]',
  '',
  'What a virtual viewer costs, beside wrk, before nginx on loopback. Needs Linux, nginx and wrk.',
  '',
  ...Object.entries(flags).map(([name, { about, fallback }]) => `  ${`--${name} N`.padEnd(16)}${about} (${fallback})`),
  `  ${'--json'.padEnd(16)}one line of JSON after the table`,
  `  ${'--help'.padEnd(16)}show this text`,
  '',
].join('\n');

/** A failure is one sentence: what was expected, what was found, what to do. */
export function parseAudienceArguments(args: readonly string[]): Result<AudienceArguments, string> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = { viewers: text, seconds: text, json: flag, help: flag };
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    const viewers = readNumber('viewers', values.viewers);
    if (!viewers.ok) return viewers;
    const seconds = readNumber('seconds', values.seconds);
    if (!seconds.ok) return seconds;
    const { json = false, help = false } = values;
    return succeed({ viewers: viewers.value, seconds: seconds.value, json, help });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error);
    return fail(`expected only the flags --viewers, --seconds, --json and --help, found: ${reason}; see --help`);
  }
}

function readNumber(name: keyof typeof flags, text: string | undefined): Result<number, string> {
  const { fallback, least, most } = flags[name];
  if (text === undefined) return succeed(fallback);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return succeed(value);
  return fail(`expected --${name} to be a whole number from ${least} to ${most}, found "${text}"; correct it`);
}
