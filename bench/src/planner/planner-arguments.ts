import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { BoundFrom } from './cells.ts';
import { type ModeName, modeNames } from './replay-case.ts';
import type { GameCount } from './world.ts';

export interface PlannerArguments {
  /** A folder of the history; null = not named. */
  readonly traces: string | null;
  /** Null = every one in the folder. */
  readonly months: readonly string[] | null;
  readonly games: readonly GameCount[];
  readonly seeds: readonly number[];
  readonly modes: readonly ModeName[];
  readonly boundFrom: BoundFrom;
  /** Twitch chooses among the campaigns of a game on a channel. */
  readonly lines: boolean;
  readonly jobs: number;
  readonly json: boolean;
  /** Measure the replanning alone. */
  readonly replan: boolean;
  readonly help: boolean;
}

const boundFroms: readonly BoundFrom[] = ['known', 'start'];
const mostGames = 100_000;
const mostJobs = 64;

const flags: readonly (readonly [name: string, value: string, about: string])[] = [
  ['traces', 'DIR', 'folder of the history, YYYY-MM.json.gz each (DROPWISE_TRACES, else the sample of the project)'],
  ['months', 'A,B', 'months of it (all that are there)'],
  ['games', '40,120', 'linked games of the account, "all" for every one (15,40,120,all)'],
  ['seeds', '1,2', 'the same seed gives the same world (1,2,3)'],
  ['modes', 'A,B', `${modeNames.join(', ')} (all)`],
  ['bound-from', 'WHEN', `from when the bound may watch a campaign: ${boundFroms.join(', ')} (known)`],
  ['lines', '', 'on a channel Twitch chooses among the campaigns of the game; without it each can be chosen by itself'],
  ['jobs', 'N', 'worlds at once (one for each core)'],
  ['json', '', 'one line of JSON for each world on stdout; the table then goes to stderr'],
  ['replan', '', 'only time the replanning, on 160 campaigns that are made up'],
  ['help', '', 'show this text'],
];

export function plannerHelpText(): string {
  const lines = flags.map(([name, value, about]) => `  ${`--${name} ${value}`.padEnd(18)}${about}`);
  return [
    'Usage: npm run bench:planner -- [flags]',
    '',
    'What the planner earns of what could be earned, replayed from the history of campaigns.',
    '',
    ...lines,
    '',
  ].join('\n');
}

/** A failure is one sentence: what was expected, what was found, what to do. */
export function parsePlannerArguments(args: readonly string[]): Result<PlannerArguments, string> {
  const read = readFlags(args);
  if (!read.ok) return read;
  const { traces, months, games, seeds, modes, 'bound-from': boundFrom, lines, jobs, json, replan, help } = read.value;
  const list = <T>(name: string, text: FlagValue, kind: ListKind<T>): Result<readonly T[], string> =>
    readList(name, typeof text === 'string' ? text : kind.fallback, kind);
  const gameList = list('games', games, gameCounts);
  if (!gameList.ok) return gameList;
  const seedList = list('seeds', seeds, seedNumbers);
  if (!seedList.ok) return seedList;
  const modeList = list('modes', modes, modeKind);
  if (!modeList.ok) return modeList;
  const boundList = list('bound-from', boundFrom, boundKind);
  if (!boundList.ok) return boundList;
  const jobList = list('jobs', jobs, { ...jobCounts, fallback: `${Math.min(mostJobs, availableParallelism())}` });
  if (!jobList.ok) return jobList;
  return succeed({
    traces: typeof traces === 'string' ? traces : null,
    months: typeof months === 'string' ? entriesOf(months) : null,
    games: gameList.value,
    seeds: seedList.value,
    modes: modeList.value,
    boundFrom: boundList.value[0] ?? 'known',
    lines: lines === true,
    jobs: jobList.value[0] ?? 1,
    json: json === true,
    replan: replan === true,
    help: help === true,
  });
}

type FlagValue = string | boolean | undefined;

function readFlags(args: readonly string[]): Result<Readonly<Record<string, FlagValue>>, string> {
  const options = Object.fromEntries(
    flags.map(([name, value]) => [name, { type: value === '' ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return succeed(values as Readonly<Record<string, FlagValue>>);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error);
    const known = flags.map(([name]) => `--${name}`);
    return fail(`expected only the flags ${known.join(', ')}, found: ${reason}; see --help`);
  }
}

interface ListKind<T> {
  readonly expected: string;
  readonly fallback: string;
  /** More than one, with commas between them. */
  readonly many: boolean;
  /** Undefined = it is none. */
  readonly read: (entry: string) => T | undefined;
}

const gameCounts: ListKind<GameCount> = {
  expected: `numbers of games from 1 to ${mostGames} or "all"`,
  fallback: '15,40,120,all',
  many: true,
  read: (entry) => (entry === 'all' ? 'all' : wholeNumber(entry, 1, mostGames)),
};

const seedNumbers: ListKind<number> = {
  expected: `whole numbers from 0 to ${2 ** 32 - 1}`,
  fallback: '1,2,3',
  many: true,
  read: (entry) => wholeNumber(entry, 0, 2 ** 32 - 1),
};

const modeKind: ListKind<ModeName> = {
  expected: `some of ${modeNames.join(', ')}`,
  fallback: modeNames.join(),
  many: true,
  read: (entry) => modeNames.find((name) => name === entry),
};

const boundKind: ListKind<BoundFrom> = {
  expected: boundFroms.join(' or '),
  fallback: 'known',
  many: false,
  read: (entry) => boundFroms.find((from) => from === entry),
};

const jobCounts: ListKind<number> = {
  expected: `a whole number from 1 to ${mostJobs}`,
  fallback: '1',
  many: false,
  read: (entry) => wholeNumber(entry, 1, mostJobs),
};

/** Each entry once, in the order of the first. */
function readList<T>(name: string, text: string, kind: ListKind<T>): Result<readonly T[], string> {
  const values = new Set<T>();
  const entries = entriesOf(text);
  for (const entry of entries) {
    const value = kind.read(entry);
    if (value !== undefined) values.add(value);
    if (value === undefined || (!kind.many && entries.length > 1)) {
      return fail(`expected --${name} to be ${kind.expected}, found "${kind.many ? entry : text}"; correct it`);
    }
  }
  return succeed([...values]);
}

function entriesOf(text: string): readonly string[] {
  return text.split(',').map((entry) => entry.trim());
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
}
