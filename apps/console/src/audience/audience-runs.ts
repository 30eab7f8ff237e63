import type { AudienceCurrent, AudienceEnding, AudienceLive, ChangeAudience } from '@dropwise/contract';
import type { AudienceConfiguration } from '@dropwise/contract/audience';
import type { Result } from '@dropwise/kit';

/** Why no run began. */
export interface StartProblem {
  /** `busy`: one is on; `refused`: the lab says why it does not; `broken`: it could not be started, or died at once. */
  readonly kind: 'busy' | 'refused' | 'broken';
  readonly sentence: string;
}

/** The runs that the console starts: one at a time, each in a process of its own. */
export interface AudienceRuns extends AsyncDisposable {
  /** The one that is on; null = none. */
  readonly current: AudienceCurrent | null;
  /** What became of the last that was started here; null = none was. */
  readonly ended: AudienceEnding | null;
  /** Resolves when the lab has taken the settings. Whether an origin consents is told later. */
  start(configuration: AudienceConfiguration): Promise<Result<AudienceCurrent, StartProblem>>;
  /** Begins its end. Null = there is nothing to stop. */
  stop(): AudienceCurrent | null;
  /** Null = there is nothing to change; the failure is the lab's sentence. */
  change(changes: ChangeAudience): Promise<Result<AudienceCurrent, string> | null>;
  /** What is new, gathered for a moment. */
  onNews(listener: (news: AudienceLive) => void): Disposable;
}
