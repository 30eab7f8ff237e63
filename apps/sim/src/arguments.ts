import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';
import { scenarioNames } from '@dropwise/twitch-sim';

export interface SimArguments {
  readonly host: string;
  readonly port: number;
  readonly speed: number;
  readonly scenario: string;
  readonly seed: number;
  readonly tlsCert: string | null;
  readonly tlsKey: string | null;
  readonly manualClock: boolean;
  readonly autoApprove: boolean;
  readonly help: boolean;
}

interface Flag {
  readonly name: string;
  /** Null for a switch. */
  readonly value: string | null;
  readonly about: string;
}

const flags: readonly Flag[] = [
  { name: 'host', value: 'ADDRESS', about: 'address to listen on (127.0.0.1)' },
  { name: 'port', value: 'N', about: 'port to listen on; 0 takes a free one (0)' },
  { name: 'speed', value: 'N', about: 'simulated seconds in a real one (1)' },
  { name: 'scenario', value: 'NAME', about: `the world: ${scenarioNames.join(', ')} (evening)` },
  { name: 'seed', value: 'N', about: 'the same seed gives the same world (1)' },
  { name: 'tls-cert', value: 'FILE', about: 'PEM certificate: speak TLS' },
  { name: 'tls-key', value: 'FILE', about: 'PEM key of the certificate' },
  { name: 'manual-clock', value: null, about: 'time stands still until POST /_sim/advance' },
  { name: 'auto-approve', value: null, about: 'approve device codes by themselves after one poll' },
  { name: 'help', value: null, about: 'show this text' },
];

export function helpText(): string {
  const lines = flags.map(
    ({ name, value, about }) => `  --${value === null ? name : `${name} ${value}`}`.padEnd(24) + about,
  );
  return [
    'Usage: dropwise sim [flags]',
    '',
    'Runs the local Twitch until it is stopped. Its first line of output is its address.',
    '',
    ...lines,
    '',
  ].join('\n');
}

/** A failure is one sentence for a person: what was expected, what was found, what to do. */
export function parseSimArguments(args: readonly string[]): Result<SimArguments, string> {
  const read = readFlags(args);
  if (!read.ok) return read;
  const values = read.value;
  const port = numberOf(
    values,
    'port',
    0,
    (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
    'a whole number from 0 to 65535',
  );
  if (!port.ok) return port;
  const speed = numberOf(
    values,
    'speed',
    1,
    (value) => value > 0 && value <= 100_000,
    'a number above 0, up to 100000',
  );
  if (!speed.ok) return speed;
  const seed = numberOf(
    values,
    'seed',
    1,
    (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
    'a whole number from 0 to 4294967295',
  );
  if (!seed.ok) return seed;
  const scenario = textOf(values, 'scenario') ?? 'evening';
  if (!scenarioNames.includes(scenario))
    return fail(`expected --scenario to be one of ${scenarioNames.join(', ')}, found "${scenario}"; choose one`);
  const tlsCert = textOf(values, 'tls-cert');
  const tlsKey = textOf(values, 'tls-key');
  if ((tlsCert === null) !== (tlsKey === null))
    return fail('expected --tls-cert and --tls-key together, found one of them; add the other');
  const manualClock = values['manual-clock'] === true;
  if (manualClock && values.speed !== undefined)
    return fail('expected --manual-clock or --speed, found both; leave one out');
  return succeed({
    host: textOf(values, 'host') ?? '127.0.0.1',
    port: port.value,
    speed: speed.value,
    scenario,
    seed: seed.value,
    tlsCert,
    tlsKey,
    manualClock,
    autoApprove: values['auto-approve'] === true,
    help: values.help === true,
  });
}

type FlagValues = Readonly<Record<string, string | boolean | undefined>>;

function readFlags(args: readonly string[]): Result<FlagValues, string> {
  const options = Object.fromEntries(
    flags.map(({ name, value }) => [name, { type: value === null ? 'boolean' : 'string' } as const]),
  );
  try {
    return succeed(parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values as FlagValues);
  } catch (error) {
    const known = flags.map(({ name }) => `--${name}`).join(', ');
    const reason = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error);
    return fail(`expected only the flags ${known}; found: ${reason}; see dropwise sim --help`);
  }
}

function textOf(values: FlagValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

function numberOf(
  values: FlagValues,
  name: string,
  fallback: number,
  isFit: (value: number) => boolean,
  expected: string,
): Result<number, string> {
  const text = textOf(values, name);
  if (text === null) return succeed(fallback);
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return isFit(value) ? succeed(value) : fail(`expected --${name} to be ${expected}, found "${text}"; correct it`);
}
