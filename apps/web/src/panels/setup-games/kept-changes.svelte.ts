import type { settingsChangedAnswer } from '@dropwise/contract';
import type * as v from 'valibot';
import { sentenceOf } from '../../shared/sentence-of.ts';

type Answer = v.InferOutput<typeof settingsChangedAnswer>;
export type Changes = Readonly<Record<string, unknown>>;

/** Keeps changes as they are made: one request at a time, and what is changed meanwhile goes with the next one. */
export class KeptChanges {
  state = $state<'none' | 'keeping' | 'kept'>('none');
  problem = $state<string | null>(null);
  readonly #send: (changes: Changes) => Promise<Answer>;
  #waiting: Changes = {};

  constructor(send: (changes: Changes) => Promise<Answer>) {
    this.#send = send;
  }

  async keep(changes: Changes): Promise<void> {
    this.#waiting = { ...this.#waiting, ...changes };
    if (this.state === 'keeping') return;
    this.state = 'keeping';
    while (Object.keys(this.#waiting).length > 0) {
      const sent = this.#waiting;
      this.#waiting = {};
      await this.#take(sent);
    }
    this.state = this.problem === null ? 'kept' : 'none';
  }

  async #take(changes: Changes): Promise<void> {
    try {
      const { outcome } = await this.#send(changes);
      this.problem = outcome.state === 'notTaken' ? outcome.sentence : null;
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }
}
