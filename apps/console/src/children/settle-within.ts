import type { Clock } from '@dropwise/kit';

/** Waits for `work`, but no longer than `patienceMs`. False = it had not ended by then. `work` must not reject. */
export async function settleWithin(work: Promise<unknown>, patienceMs: number, clock: Clock): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = clock.deadline(patienceMs, () => resolve(false));
  const hasSettled = await Promise.race([work.then(() => true), promise]);
  timer.cancel();
  return hasSettled;
}
