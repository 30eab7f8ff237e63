import type { Art, ArtFetched, ArtProblem, ConsoleMessage } from '@dropwise/contract';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';

export type ArtOutcome = Result<Art, ArtProblem>;

/** Pictures that the miner was asked for, each until it is there, late, not wanted any more, or nobody is there to ask. */
export interface PendingArt extends Disposable {
  /** `send` false = nobody hears it. Never rejects. */
  ask(url: string, send: (message: ConsoleMessage) => boolean, signal: AbortSignal): Promise<ArtOutcome>;
  answer(message: ArtFetched): void;
}

/** Longer than a miner lets Twitch take over it. */
const patienceMs = 45_000;
/** More than a miner fetches at once: the rest is the cache's to hold back. */
const maxPending = 20;

export function createPendingArt(clock: Clock): PendingArt {
  const pending = new Map<number, (outcome: ArtOutcome) => void>();
  let lastId = 0;
  let isOver = false;

  return {
    ask(url, send, signal) {
      if (isOver || signal.aborted) return Promise.resolve(notRunning);
      if (pending.size >= maxPending) return Promise.resolve(tooMany);
      lastId += 1;
      const id = lastId;
      const { promise, resolve } = Promise.withResolvers<ArtOutcome>();
      const settle = (outcome: ArtOutcome): void => {
        pending.delete(id);
        timer.cancel();
        signal.removeEventListener('abort', onAbort);
        resolve(outcome);
      };
      const onAbort = (): void => settle(notRunning);
      const timer = clock.after(patienceMs, () => settle(noAnswer));
      signal.addEventListener('abort', onAbort, { once: true });
      pending.set(id, settle);
      if (!send({ kind: 'fetchArt', id, url })) settle(notRunning);
      return promise;
    },
    answer({ id, art, problem }) {
      pending.get(id)?.(art === null ? fail(problem ?? noReason) : succeed(art));
    },
    [Symbol.dispose]() {
      isOver = true;
      for (const settle of [...pending.values()]) settle(notRunning);
    },
  };
}

const noReason: ArtProblem = { isLasting: false, sentence: 'The miner has no picture, and did not say why.' };
const notRunning = fail<ArtProblem>({
  isLasting: false,
  sentence: 'The miner does not run, so it cannot fetch pictures. Start it first.',
});
const noAnswer = fail<ArtProblem>({
  isLasting: false,
  sentence: `The miner has not answered for ${patienceMs / 1_000} seconds. Its log may tell why.`,
});
const tooMany = fail<ArtProblem>({
  isLasting: false,
  sentence: `${maxPending} pictures wait for the miner already. Ask again soon.`,
});
