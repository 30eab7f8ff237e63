import type { ConsoleFact, StoredFact } from '@dropwise/contract';
import type { LogLevel } from '@dropwise/runtime';

/** A line of the console's own log. */
export interface Said {
  readonly level: Extract<LogLevel, 'person' | 'info' | 'detail'>;
  readonly sentence: string;
}

type Sayings = {
  readonly [Kind in ConsoleFact['kind']]: ((fact: Extract<ConsoleFact, { kind: Kind }>) => Said) | null;
};

const person = (sentence: string): Said => ({ level: 'person', sentence });
const info = (sentence: string): Said => ({ level: 'info', sentence });
const detail = (sentence: string): Said => ({ level: 'detail', sentence });

/** Null = nobody reads it in a log: it is said elsewhere, or by what follows from it. */
const sayings: Sayings = {
  consoleStarted: null,
  consoleStopped: null,
  childStarted: ({ pid }) => detail(`Started as process ${pid}.`),
  childBecameReady: ({ tookMs }) => detail(`Ready after ${inSeconds(tookMs)}.`),
  childEnded: ({ sentence }) => detail(sentence),
  childRestartPlanned: ({ why, delayMs }) => person(`${why} It is started again in ${inSeconds(delayMs)}.`),
  childGivenUp: ({ why }) => person(`Given up: ${why}`),
  childDegraded: ({ why }) => person(why),
  childRecovered: ({ lastedMs }) => info(`All well again after ${inSeconds(lastedMs)}.`),
  childWentSilent: null,
  childKilled: ({ why }) => person(why),
  orphanFound: ({ pid, what }) =>
    what === 'ended' ? person(`Process ${pid} was left by an earlier console; it was ended.`) : orphanLeft(pid, what),
  resourceWarned: ({ what, value, limit }) => person(warningOf(what, value, limit)),
  childPhaseChanged: null,
  settingsPushed: null,
  settingsTaken: ({ keys }) => detail(`It took the settings: ${keys.join(', ')}.`),
  settingsNotTaken: ({ keys, why }) => person(`It did not take the settings (${keys.join(', ')}): ${why}`),
  backupMade: ({ file }) => info(`A backup was made: ${file}.`),
  backupFailed: ({ problem }) => person(problem),
  backupRestored: ({ file, keptIn }) =>
    person(`The backup ${file} was put back.${keptIn === null ? '' : ` What was there is in ${keptIn}.`}`),
  restoreFailed: ({ file, problem }) => person(`The backup ${file} was not put back. ${problem}`),
  updateFound: ({ version, link }) => info(`Version ${version} can be had${link === '' ? '' : `: ${link}`}.`),
  // Said at once where it happens: nothing is stored then.
  ingestBroken: null,
};

/** What the console says of a fact of its own; null = nothing, as of every fact of a miner, which says it itself. */
export function sayFact(fact: StoredFact['fact']): Said | null {
  if (!Object.hasOwn(sayings, fact.kind)) return null;
  const say = sayings[fact.kind as ConsoleFact['kind']] as ((fact: StoredFact['fact']) => Said) | null;
  return say?.(fact) ?? null;
}

function orphanLeft(pid: number, what: 'gone' | 'not ours'): Said {
  return detail(
    what === 'gone'
      ? `Process ${pid} of an earlier console has ended by itself.`
      : `Process ${pid} of an earlier console has ended; another program has its number now and is left alone.`,
  );
}

function warningOf(what: 'memory' | 'cpu', value: number, limit: number): string {
  if (what === 'cpu') return `It uses ${Math.round(value)} % of a core; ${Math.round(limit)} % are its limit.`;
  const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);
  return `It takes ${megabytes(value)} MB of memory; ${megabytes(limit)} MB are its limit.`;
}

function inSeconds(spanMs: number): string {
  return spanMs < 1_000 ? 'less than a second' : `${Math.round(spanMs / 1_000)} s`;
}
