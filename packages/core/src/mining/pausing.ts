import { isPaused, nextPauseChange } from '../planning/pauses.ts';
import { startTimer, stopTimer, type Turn } from './turn.ts';

/** Whether the owner wants nothing watched now. Claims and the inventory go on. */
export function isPausedNow({ state, now }: Pick<Turn, 'state' | 'now'>): boolean {
  return isPaused(state.settings, now);
}

/** Wakes when a pause begins or ends. */
export function schedulePause(turn: Turn): void {
  const at = nextPauseChange(turn.state.settings, turn.now);
  if (at === null) stopTimer(turn, 'pause');
  else startTimer(turn, 'pause', at - turn.now);
}
