import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { configurationFlags } from './configuration-flags.ts';
import { readStages, readStay } from './read-load-texts.ts';
import { type ReadText, readDurationMs, readNumber, readWholeNumber } from './read-texts.ts';

/** Flag name → values as given, in their order. */
export type GivenFlags = Readonly<Record<string, readonly string[]>>;

/**
 * The layer above the configuration file: `words` are the address and the number of viewers. The load's flags change what the
 * file says of it; proxies are read by `readProxies`. The failure is a sentence for each that does not fit.
 */
export function readFlags(
  words: readonly string[],
  flags: GivenFlags,
  file: AudienceConfiguration,
): Result<AudienceConfiguration, readonly string[]> {
  const problems: string[] = [];
  const layer: Record<string, unknown> = {};
  const read = <T>(name: string, text: string, reader: ReadText<T>): T | undefined => {
    const found = reader(text);
    if (found.ok) return found.value;
    problems.push(`${name} must be ${found.failure}, found "${text}".`);
    return undefined;
  };
  const [url, viewers, ...others] = words;
  if (url !== undefined) layer.url = url;
  if (viewers !== undefined) layer.viewers = read('The number of viewers', viewers, readWholeNumber);
  if (others.length > 0)
    problems.push(`An address and a number of viewers are expected; "${others[0]}" is one word more.`);
  for (const flag of configurationFlags) {
    const text = flags[flag.name]?.[0];
    if (text !== undefined) layer[flag.key] = read<unknown>(`--${flag.name}`, text, flag.read);
  }
  const load = readLoad(flags, file.load, read, problems);
  if (load !== undefined) layer.load = load;
  if (flags['fail-if'] !== undefined) layer.failIf = [...flags['fail-if']];
  // Each value was read for its key; what is out of range is found with the whole.
  return problems.length > 0 ? fail(problems) : succeed(layer as AudienceConfiguration);
}

type Load = NonNullable<AudienceConfiguration['load']>;
type Read = <T>(name: string, text: string, reader: ReadText<T>) => T | undefined;

function readLoad(flags: GivenFlags, file: Load | undefined, read: Read, problems: string[]): Load | undefined {
  const shapes = ['join-over', 'ramp', 'arrivals'].filter((name) => flags[name] !== undefined);
  if (shapes.length > 1) {
    problems.push(
      `${shapes.map((name) => `--${name}`).join(' and ')} are different shapes of a load. Give one of them.`,
    );
    return undefined;
  }
  const base = readShape(flags, file, read);
  const stayText = flags.stay?.[0];
  if (stayText === undefined) return base;
  const stay = read('--stay', stayText, readStay);
  return stay === undefined ? undefined : { ...(base ?? file ?? { shape: 'constant' }), stay };
}

/** A shape that a flag asks for keeps how long viewers stay. Undefined = no flag asks. */
function readShape(flags: GivenFlags, file: Load | undefined, read: Read): Load | undefined {
  const kept = file?.stay === undefined ? {} : { stay: file.stay };
  const text = (name: string): string => flags[name]?.[0] ?? '';
  if (flags['join-over'] !== undefined) {
    const joinOverMs = read('--join-over', text('join-over'), readDurationMs);
    return joinOverMs === undefined ? undefined : { shape: 'constant', joinOverMs, ...kept };
  }
  if (flags.ramp !== undefined) {
    const stages = read('--ramp', text('ramp'), readStages);
    return stages === undefined ? undefined : { shape: 'ramp', stages, ...kept };
  }
  if (flags.arrivals !== undefined) {
    const viewersPerMinute = read('--arrivals', text('arrivals'), readNumber);
    return viewersPerMinute === undefined ? undefined : { shape: 'arrival-rate', viewersPerMinute, ...kept };
  }
  return undefined;
}
