import type { Saying } from '@dropwise/core';
import { sayOfPush } from '../config/push-sayings.ts';
import type { PeerKind } from './peer-settings.ts';

export type PeerPushStep =
  /** The child is ended, and it is waited for: it writes its own settings at its end. */
  | 'stop'
  /** `writePeerSettings`. */
  | 'write'
  | 'start'
  /** `postRangermixSettings`: the running miner takes them, answers with what it has now, and writes its file itself. */
  | 'post';

/** How another miner's settings are changed so that it learns of it and does not write its old ones over them. */
export interface PeerPushPlan {
  /** In this order; when one fails, those after it are left out, but a child that was stopped is started again. */
  readonly steps: readonly PeerPushStep[];
  /** For the fact `settingsPushed`; null = nobody has to be told. */
  readonly how: 'restart' | 'api' | null;
  /** For the person, before it is done. */
  readonly said: Saying;
}

/** Peers 1.1 and 2.1, 2.3: both save at their end; TDM reads its file only at its start, rangermix also takes them by its API. */
export function planPeerPush(peer: PeerKind, isRunning: boolean): PeerPushPlan {
  if (!isRunning) {
    return { steps: ['write'], how: null, said: sayOfPush('peer-push-file') };
  }
  if (peer === 'tdm') {
    return { steps: ['stop', 'write', 'start'], how: 'restart', said: sayOfPush('peer-push-restart') };
  }
  return { steps: ['post'], how: 'api', said: sayOfPush('peer-push-api') };
}
