import type { ConsoleFact } from '@dropwise/contract';
import { isConsoleSetting, type Said, settingDefinitions } from '@dropwise/core';
import type { Clock } from '@dropwise/kit';
import { findReader, type PushResult, type PushTarget, pushToMiner, saved } from './push-to-miner.ts';

export interface PushOptions {
  readonly clock: Clock;
  /** Null until there is one. */
  readonly fleet: () => PushTarget | null;
  /** What happened at the miner. */
  readonly onFact: (childId: string, fact: ConsoleFact) => void;
  /** How long the miner's word is waited for. */
  readonly takeLimitMs?: number;
}

const usualTakeLimitMs = 10_000;

/** Brings a change to the miner whose business it is, and tells what became of it. */
export async function pushChange(
  options: PushOptions,
  keys: readonly string[],
  knownProblems: Said,
): Promise<PushResult> {
  if (keys.length === 0) return saved('Nothing is different from before.');
  const minerKeys = keys.filter(isOfMiner);
  if (minerKeys.length === 0) return saved('The settings are saved.');
  const target = options.fleet();
  if (target === null) return saved('The settings are saved; the miner reads them when it starts.');
  const { session, why } = findReader(target);
  if (session === null) return saved(why);
  const tell = (fact: ConsoleFact): void => options.onFact(target.primaryId, fact);
  tell({ kind: 'settingsPushed', keys: minerKeys, how: 'ipc' });
  const { clock, takeLimitMs = usualTakeLimitMs } = options;
  const result = await pushToMiner({ target, keys: minerKeys, knownProblems, clock, limitMs: takeLimitMs }, session);
  if (result.state === 'taken') tell({ kind: 'settingsTaken', keys: minerKeys });
  if (result.state === 'notTaken') {
    const { sentence: why, said } = result;
    tell({ kind: 'settingsNotTaken', keys: minerKeys, why, ...(said && { said }) });
  }
  return result;
}

function isOfMiner(key: string): boolean {
  return settingDefinitions.some((definition) => definition.key === key && !isConsoleSetting(definition));
}
