import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';
import { scenarioNames } from '@dropwise/twitch-sim';

export interface BenchArguments {
  readonly scenario: string;
  /** Virtual minutes that the steady state is watched for. */
  readonly minutes: number;
  /** Starts that the time to the first watch event is taken of. */
  readonly runs: number;
  /** Virtual seconds in a real one while the steady state is watched. */
  readonly speed: number;
  readonly seed: number;
  readonly json: boolean;
  readonly help: boolean;
}

interface NumberFlag {
  readonly name: 'minutes' | 'runs' | 'speed' | 'seed';
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
  readonly about: string;
}

const numberFlags: readonly NumberFlag[] = [
  { name: 'minutes', fallback: 60, least: 1, most: 10_080, about: 'virtual minutes of steady state' },
  { name: 'runs', fallback: 5, least: 1, most: 100, about: 'starts to take the median of' },
  { name: 'speed', fallback: 60, least: 1, most: 600, about: 'virtual seconds in a real one' },
  { name: 'seed', fallback: 1, least: 0, most: 2 ** 32 - 1, about: 'the same seed gives the same world' },
];

export function helpText(): string {
  const rows = [
    ['--scenario NAME', `${scenarioNames.join(', ')} (launch-day)`],
    ...numberFlags.map(({ name, fallback, about }) => [`--${name} N`, `${about} (${fallback})`]),
    ['--json', 'one line of JSON after the table'],
    ['--help', 'show this text'],
  ];
  const lines = rows.map(([flag = '', about = '']) => `  ${flag.padEnd(18)}${about}`);
  return [
    'Usage: npm run bench:miner -- [flags]',
    '',
    'What a miner costs, measured on a Twitch of our own.',
    '',
    ...lines,
    '',
  ].join('\n');
}

/** A failure is one sentence: what was expected, what was found, what to do. */
export function parseBenchArguments(args: readonly string[]): Result<BenchArguments, string> {
  const read = readFlags(args);
  if (!read.ok) return read;
  const values = read.value;
  const scenario = typeof values.scenario === 'string' ? values.scenario : 'launch-day';
  if (!scenarioNames.includes(scenario)) {
    return fail(`expected --scenario to be one of ${scenarioNames.join(', ')}, found "${scenario}"; choose one`);
  }
  const numbers = { minutes: 0, runs: 0, speed: 0, seed: 0 };
  for (const flag of numberFlags) {
    const number = readNumber(flag, values[flag.name]);
    if (!number.ok) return number;
    numbers[flag.name] = number.value;
  }
  return succeed({ scenario, ...numbers, json: values.json === true, help: values.help === true });
}

type FlagValues = Readonly<Record<string, string | boolean | undefined>>;

function readFlags(args: readonly string[]): Result<FlagValues, string> {
  const options = Object.fromEntries([
    ...['scenario', ...numberFlags.map(({ name }) => name)].map((name) => [name, { type: 'string' as const }]),
    ...['json', 'help'].map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    return succeed(parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values as FlagValues);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error);
    const known = Object.keys(options).map((name) => `--${name}`);
    return fail(`expected only the flags ${known.join(', ')}, found: ${reason}; see --help`);
  }
}

function readNumber(flag: NumberFlag, text: string | boolean | undefined): Result<number, string> {
  if (text === undefined) return succeed(flag.fallback);
  const value = Number(text);
  const isFit = typeof text === 'string' && /^\d+$/.test(text) && value >= flag.least && value <= flag.most;
  if (isFit) return succeed(value);
  return fail(
    `expected --${flag.name} to be a whole number from ${flag.least} to ${flag.most}, found "${text}"; correct it`,
  );
}
