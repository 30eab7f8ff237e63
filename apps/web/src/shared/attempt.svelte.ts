import { sentenceOf } from './sentence-of.ts';

/** Something a person asked for: while it runs its button waits, and what went wrong is kept until the next try. */
export class Attempt {
  busy = $state(false);
  problem = $state<string | null>(null);

  /** True: it worked. A second one while the first runs is left out. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.problem = sentenceOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
