import { parseArgs } from 'node:util';
import type { Wish } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { nearestName } from '@dropwise/runtime';

export interface AskedWish {
  readonly wish: Wish;
  /** A game, campaign or drop as the person wrote it. */
  readonly name: string;
}

export interface PlanArguments {
  readonly dataDir: string | undefined;
  /** Null = the account of the data directory. */
  readonly scenario: string | null;
  readonly seed: number;
  /** In the order given; empty = no "what if". */
  readonly asked: readonly AskedWish[];
  readonly days: number;
  /** Null = the terminal's. */
  readonly width: number | null;
  readonly all: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

export const planHelp = `Shows what will be earned when, what will not, and why.

Usage: dropwise plan [flags]

  --must NAME        Show what would change if this game, campaign or drop had to be finished.
  --want NAME        The same, if it were wanted.
  --fill NAME        The same, if it were only for time that is left over.
  --never NAME       The same, if it were left alone. All four may be given more than once.
  --days N           Days of the timeline, 1 to 14, today included. Default 7.
  --all              Leave nothing out of long lists.
  --width N          Columns of the text, 40 to 400. Default: the terminal's, or 80.
  --json             Print one JSON object: the plan, the names in it and what would change.
  --data-dir FOLDER  Where everything is kept. Default: DROPWISE_DATA_DIR, or ~/.dropwise.
  --scenario NAME    Plan for the account of a Twitch of its own instead: evening, real-weeks, …
  --seed N           The same seed gives the same Twitch. Default 1.
  --help             Show this text.

It changes nothing, and may run beside a miner: it shows what the miner remembered last.
Exit code: 0 with a plan, 2 for flags that do not fit, 5 where nothing is remembered to plan with.
`;

const options = {
  must: { type: 'string', multiple: true },
  want: { type: 'string', multiple: true },
  fill: { type: 'string', multiple: true },
  never: { type: 'string', multiple: true },
  days: { type: 'string' },
  all: { type: 'boolean' },
  width: { type: 'string' },
  json: { type: 'boolean' },
  'data-dir': { type: 'string' },
  scenario: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const askedFlags: readonly Wish[] = ['must', 'want', 'fill', 'never'];

/** A failure is a sentence for a person. */
export function parsePlanArguments(args: readonly string[]): Result<PlanArguments, string> {
  const read = readFlags(args);
  if (!read.ok) return read;
  const { values, tokens } = read.value;
  const days = wholeNumber('days', values.days, 1, 14, 7);
  if (!days.ok) return days;
  const width = wholeNumber('width', values.width, 40, 400, null);
  if (!width.ok) return width;
  const seed = wholeNumber('seed', values.seed, 0, 2 ** 32 - 1, 1);
  if (!seed.ok) return seed;
  if (values.scenario !== undefined && values['data-dir'] !== undefined) {
    return fail('--scenario has an account of its own: leave out --data-dir, or --scenario.');
  }
  if (values.seed !== undefined && values.scenario === undefined) {
    return fail('--seed is for --scenario alone: add --scenario NAME, or leave it out.');
  }
  const asked = tokens.flatMap(({ name, value }) => {
    const wish = askedFlags.find((each) => each === name);
    return wish === undefined ? [] : [{ wish, name: value }];
  });
  const nameless = asked.find(({ name }) => name.trim() === '');
  if (nameless !== undefined) return fail(`--${nameless.wish} needs the name of a game, a campaign or a drop.`);
  return succeed({
    dataDir: values['data-dir'],
    scenario: values.scenario ?? null,
    seed: seed.value,
    asked,
    days: days.value,
    width: width.value,
    all: values.all === true,
    json: values.json === true,
    help: values.help === true,
  });
}

function readFlags(args: readonly string[]) {
  try {
    const { values, tokens } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: false,
      tokens: true,
    });
    const given = tokens.flatMap((token) =>
      token.kind === 'option' ? [{ name: token.name, value: token.value ?? '' }] : [],
    );
    return succeed({ values, tokens: given });
  } catch (error) {
    return fail(describeRefusal(args, error));
  }
}

function describeRefusal(args: readonly string[], error: unknown): string {
  const known = Object.keys(options).map((name) => `--${name}`);
  const unknown = args
    .map((each) => each.split('=')[0] ?? '')
    .find((each) => each.startsWith('--') && !known.includes(each));
  const near = unknown === undefined ? null : nearestName(unknown, known);
  if (unknown !== undefined && near !== null) return `There is no flag ${unknown}; did you mean ${near}?`;
  const found = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error);
  return `Expected only the flags ${known.join(', ')}; found: ${found}.`;
}

function wholeNumber<Default>(
  flag: string,
  text: string | undefined,
  least: number,
  most: number,
  fallback: Default,
): Result<number | Default, string> {
  if (text === undefined) return succeed(fallback);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return succeed(value);
  return fail(`--${flag} must be a whole number from ${least} to ${most}, found "${text}".`);
}
