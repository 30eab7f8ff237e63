import type { AudienceAnswer, AudienceCurrent, AudienceLive } from '@dropwise/contract';
import { withSample } from '../../shared/audience/run-series.ts';

/** What is known of the run that is on, the one that ended last, and those of before. */
export type AudienceState = Pick<AudienceAnswer, 'current' | 'ended'>;

/** What came of an event: the new state, and whether the list of runs is another now. */
export interface Applied {
  readonly state: AudienceState;
  readonly isListOld: boolean;
}

/** Events of a run that the page does not know carry all but the samples before: those are asked for. */
export function applyNews(state: AudienceState, { current, sample, ended }: AudienceLive): Applied {
  if (ended !== null && current === null) return { state: { current: null, ended }, isListOld: true };
  if (current === null) return { state: { ...state, current: null }, isListOld: state.current !== null };
  const before = isSame(state.current, current) ? (state.current?.samples ?? []) : [];
  const samples = sample === null ? before : withSample(before, sample);
  const next: AudienceCurrent = { ...current, samples: [...samples] };
  return { state: { current: next, ended: state.ended }, isListOld: false };
}

/** Until the tool names its run it has no name: that it is another is said by an end between them. */
function isSame(before: AudienceCurrent | null, now: Pick<AudienceCurrent, 'runId'>): boolean {
  return before !== null && (before.runId === null || before.runId === now.runId);
}

/** Whether seconds are missing between what was asked for and what came: then it is asked for again. */
export function hasGap(samples: readonly { readonly atMs: number }[], newestAtMs: number): boolean {
  const last = samples.at(-1);
  return last === undefined ? newestAtMs > 2_500 : newestAtMs - last.atMs > 2_500;
}
