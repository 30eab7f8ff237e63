import type { Clock } from '@dropwise/runtime';
import { numberOf, parseFact, textOf } from './fact.ts';
import type { OwnedChild } from './owned-child.ts';

export interface ReadySim {
  readonly url: string;
  /** What its clock shows (epoch ms) at the real instant `realStartMs`. */
  readonly startMs: number;
  readonly realStartMs: number;
}

export type Readiness =
  | { readonly ok: true; readonly value: ReadySim }
  | { readonly ok: false; readonly failure: string };

const startDeadlineMs = 60_000;

/** Waits for the simulator's line of kind `ready`. The failure is a sentence for a person. */
export function waitUntilReady(sim: OwnedChild, clock: Clock, signal: AbortSignal): Promise<Readiness> {
  return new Promise((resolve) => {
    const finish = (readiness: Readiness): void => {
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
      resolve(readiness);
    };
    const failWith = (what: string): void => {
      finish({ ok: false, failure: `The simulator should have come up, but ${what}. ${sim.tail()}`.trim() });
    };
    const onAbort = (): void => failWith('the demo was stopped first');
    const timer = clock.deadline(startDeadlineMs, () => failWith(`said nothing for ${startDeadlineMs / 1_000} s`));
    signal.addEventListener('abort', onAbort, { once: true });
    sim.child.onLine((line, stream) => {
      const ready = stream === 'stdout' ? readReady(line, clock.now()) : null;
      if (ready !== null) finish({ ok: true, value: ready });
    });
    sim.child.ended.then(
      (code) => failWith(`ended with ${code}`),
      (error: unknown) => failWith(`could not be started: ${error instanceof Error ? error.message : String(error)}`),
    );
    if (signal.aborted) onAbort();
  });
}

function readReady(line: string, realNowMs: number): ReadySim | null {
  const fact = parseFact(line);
  if (fact?.kind !== 'ready') return null;
  const url = textOf(fact, 'url');
  return url === null ? null : { url, startMs: numberOf(fact, 'now') ?? realNowMs, realStartMs: realNowMs };
}
