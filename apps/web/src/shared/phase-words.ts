import type { ChildPhaseKind } from '@dropwise/contract';
import type { MessageKey } from '../locales/en/index.ts';

/** Where a program stands in its life, in words. */
export const phaseWords: Readonly<Record<ChildPhaseKind, MessageKey>> = {
  stopped: 'miners.phase.stopped',
  starting: 'miners.phase.starting',
  ready: 'miners.phase.ready',
  running: 'miners.phase.running',
  degraded: 'miners.phase.degraded',
  stopping: 'miners.phase.stopping',
  backingOff: 'miners.phase.backingOff',
  givenUp: 'miners.phase.givenUp',
};
