import type { CommandProblem } from '@dropwise/contract';
import type { Said } from '@dropwise/core';
import type { Clock } from '@dropwise/kit';
import { sleep } from '@dropwise/kit';
import type { AdapterSession } from '../adapters/adapter.ts';
import type { Fleet } from '../children/fleet.ts';
import { sayOfPush } from './push-sayings.ts';
import type { PushOutcome } from './settings-service.ts';

export type PushTarget = Pick<Fleet, 'primaryId' | 'find' | 'session'>;

/** What became of it at the miner. */
export type PushResult = Pick<PushOutcome, 'state' | 'sentence' | 'said' | 'restartKeys'>;

export interface Push {
  readonly target: PushTarget;
  /** The miner's among the keys that changed; at least one. */
  readonly keys: readonly string[];
  /** What the console itself finds wrong with the settings. */
  readonly knownProblems: Said;
  readonly clock: Clock;
  /** How long the miner's word is waited for. */
  readonly limitMs: number;
}

const lookAgainMs = 25;

/** The running Dropwise miner that reads the same file; null, with the reason, where there is none. */
export function findReader(target: PushTarget): { readonly session: AdapterSession | null; readonly why: string } {
  const child = target.find(target.primaryId);
  if (child === null || child.adapter !== 'dropwise') {
    return { session: null, why: 'No Dropwise miner is looked after here, so only the file was changed.' };
  }
  const session = target.session(target.primaryId);
  return { session, why: session === null ? 'The miner does not run; it reads the settings when it starts.' : '' };
}

/** Has the miner read the file anew and waits for its word on it. */
export async function pushToMiner(push: Push, session: AdapterSession): Promise<PushResult> {
  const { target, clock, limitMs } = push;
  const before = session.settingsTaken?.at ?? null;
  const asked = await session.ask({ kind: 'reloadSettings' });
  if (!asked.ok) return resultOfRefusal(asked.failure);
  const until = clock.now() + limitMs;
  while (clock.now() < until) {
    const taken = session.settingsTaken;
    if (taken !== null && (before === null || taken.at > before)) return resultOfWord(taken, push);
    if (target.session(target.primaryId) !== session) {
      return saved('The miner ended meanwhile; it reads the settings when it starts.');
    }
    await sleep(clock, lookAgainMs);
  }
  const said = sayOfPush('push-silent', { seconds: Math.round(limitMs / 1_000) });
  return { state: 'notTaken', sentence: said.sentence, said: [said], restartKeys: [] };
}

function resultOfRefusal({ kind, sentence, said }: CommandProblem): PushResult {
  if (kind === 'notRunning') return saved(sentence);
  return { state: 'notTaken', sentence, ...(said && { said: [said] }), restartKeys: [] };
}

/** The miner reads the same file and has sentences alone: what the console found in it has the codes. */
function resultOfWord(
  taken: NonNullable<AdapterSession['settingsTaken']>,
  { keys, knownProblems }: Pick<Push, 'keys' | 'knownProblems'>,
): PushResult {
  const restartKeys = taken.restartKeys.filter((key) => keys.includes(key));
  const problem = taken.problems.find((sentence) => keys.some((key) => sentence.includes(key)));
  if (problem !== undefined) {
    const said = knownProblems.find(({ sentence }) => sentence === problem);
    return { state: 'notTaken', sentence: problem, ...(said && { said: [said] }), restartKeys };
  }
  return { state: 'taken', sentence: 'The miner took the settings.', restartKeys };
}

export function saved(sentence: string): PushResult {
  return { state: 'saved', sentence, restartKeys: [] };
}
