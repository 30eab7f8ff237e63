import type { Art, ArtProblem } from '@dropwise/contract';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import type { ArtFiles } from './art-files.ts';
import { Slots } from './slots.ts';

export type ArtOutcome = Result<Art, ArtProblem>;

export interface ArtCacheOptions {
  /** Null = the disk takes none: every picture is fetched anew. */
  readonly files: ArtFiles | null;
  readonly clock: Pick<Clock, 'now'>;
  /** Never rejects. */
  readonly fetch: (address: string, signal: AbortSignal) => Promise<ArtOutcome>;
  /** A sentence about the disk. */
  readonly onTrouble: (sentence: string) => void;
}

/** Pictures by address: from the disk, else fetched, once for all who ask for it meanwhile. */
export interface ArtCache extends AsyncDisposable {
  /** Without asking anybody; null = it is not on the disk. */
  kept(address: string): Promise<Art | null>;
  /** Never rejects. Whoever asks must know that the address may be asked for. */
  fetch(address: string): Promise<ArtOutcome>;
  /** What is under way ends as not fetched. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** As many as a miner fetches at once; a page of pictures waits. */
const limits = { atOnce: 4, waiting: 200 };
const rememberMs = 3_600_000;
/** The oldest goes first: it is then asked for again. */
const maxRemembered = 2_000;

export function createArtCache({ files, clock, fetch, onTrouble }: ArtCacheOptions): ArtCache {
  const slots = new Slots(limits);
  const underWay = new Map<string, Promise<ArtOutcome>>();
  /** Of what is not there, and will not be soon; oldest first. */
  const missing = new Map<string, { readonly until: number; readonly problem: ArtProblem }>();
  const ending = new AbortController();
  let hasTold = false;

  async function kept(address: string): Promise<Art | null> {
    return (await files?.read(address).catch(tell)) ?? null;
  }

  async function obtain(address: string): Promise<ArtOutcome> {
    const outcome = ending.signal.aborted ? fail(consoleEnds) : await fetch(address, ending.signal);
    if (outcome.ok) await files?.write(address, outcome.value).catch(tell);
    else if (outcome.failure.isLasting) remember(address, outcome.failure);
    return outcome;
  }

  function remember(address: string, problem: ArtProblem): void {
    missing.set(address, { until: clock.now() + rememberMs, problem });
    const [oldest] = missing.keys();
    if (missing.size > maxRemembered && oldest !== undefined) missing.delete(oldest);
  }

  /** Null = it may be there by now. */
  function remembered(address: string): ArtProblem | null {
    const known = missing.get(address);
    if (known === undefined) return null;
    if (clock.now() < known.until) return known.problem;
    missing.delete(address);
    return null;
  }

  /** A full disk would say it with every picture. */
  function tell(error: unknown): null {
    const why = error instanceof Error ? error.message : String(error);
    if (!hasTold) onTrouble(`Pictures could not be kept on the disk: ${why}. They are fetched anew each time.`);
    hasTold = true;
    return null;
  }

  return {
    kept,
    async fetch(address) {
      const problem = remembered(address);
      if (problem !== null) return fail(problem);
      const known = underWay.get(address);
      if (known !== undefined) return await known;
      if (slots.isFull) return fail(tooMany);
      const begun = slots
        .run(async () => {
          // It may have come while this one waited.
          const art = await kept(address);
          return art === null ? await obtain(address) : succeed(art);
        })
        .finally(() => underWay.delete(address));
      underWay.set(address, begun);
      return await begun;
    },
    async [Symbol.asyncDispose]() {
      ending.abort(new Error('the console ends'));
      await Promise.allSettled(underWay.values());
    },
  };
}

const consoleEnds: ArtProblem = {
  isLasting: false,
  sentence: 'The console is ending; no picture is fetched any more.',
};
const tooMany: ArtProblem = {
  isLasting: false,
  sentence: `${limits.waiting} pictures wait to be fetched already. Ask again soon.`,
};
