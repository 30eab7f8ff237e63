import type { settingsChangedAnswer } from '@dropwise/contract';
import type * as v from 'valibot';
import { saidText } from '../../shared/said-text.ts';
import { sentenceOf } from '../../shared/sentence-of.ts';
import { type Changes, createKeeper, type Keeping } from './keep-changes.ts';

type Answer = v.InferOutput<typeof settingsChangedAnswer>;

/** Changes that are kept as they are made, and how it stands with them. */
export class KeptChanges {
  #keeping = $state.raw<Keeping>({ state: 'none', problem: null });
  readonly keep: (changes: Changes) => Promise<void>;

  constructor(send: (changes: Changes) => Promise<Answer>) {
    this.keep = createKeeper(
      (changes) =>
        send(changes).then(
          ({ outcome }) => (outcome.state === 'notTaken' ? saidText(outcome.said, outcome.sentence) : null),
          (error: unknown) => sentenceOf(error),
        ),
      (keeping) => {
        this.#keeping = keeping;
      },
    );
  }

  get state(): Keeping['state'] {
    return this.#keeping.state;
  }

  get problem(): string | null {
    return this.#keeping.problem;
  }
}
