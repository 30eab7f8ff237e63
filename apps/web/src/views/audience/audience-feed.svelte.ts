import type { AudienceAnswer, AudienceLive, AudienceRunSummary } from '@dropwise/contract';
import type { Backend } from '../../backend/backend.ts';
import { sentenceOf } from '../../shared/sentence-of.ts';
import { type AudienceState, applyNews, hasGap } from './audience-state.ts';

/** The run that is on, followed live; the list of runs, read when there is another one in it. */
export class AudienceFeed {
  state = $state.raw<AudienceState>({ current: null, ended: null });
  runs = $state.raw<readonly AudienceRunSummary[]>([]);
  unreadable = $state.raw<readonly string[]>([]);
  fingerprint = $state<string | null>(null);
  isLoaded = $state(false);
  problem = $state<string | null>(null);
  /** When figures came last, on the browser's clock; null = none of this run. */
  heardAt = $state<number | null>(null);
  readonly #backend: Backend;
  #turn = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** An answer that was overtaken by another question is left out. */
  async load(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const answer = await this.#backend.get<AudienceAnswer>('api/audience');
      if (turn === this.#turn) this.#take(answer);
    } catch (error) {
      if (turn === this.#turn) this.problem = sentenceOf(error);
    }
  }

  hear(news: AudienceLive): void {
    if (!this.isLoaded) {
      // The answer that is on its way may be from before.
      if (news.ended !== null) void this.load();
      return;
    }
    if (news.sample !== null) this.heardAt = Date.now();
    const isLacking =
      news.current !== null && news.sample !== null && hasGap(this.state.current?.samples ?? [], news.sample.atMs);
    const { state, isListOld } = applyNews(this.state, news);
    this.state = state;
    if (news.current === null) this.heardAt = null;
    if (isLacking || isListOld) void this.load();
  }

  #take(answer: AudienceAnswer): void {
    const { current, ended, runs, problems, fingerprint } = answer;
    if (current !== null && current.samples.length > 0) this.heardAt ??= Date.now();
    this.state = { current, ended };
    this.runs = runs;
    this.unreadable = problems;
    this.fingerprint = fingerprint;
    this.isLoaded = true;
    this.problem = null;
  }
}
