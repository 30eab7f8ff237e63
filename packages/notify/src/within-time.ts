import type { SendContext } from './channel.ts';
import { type Delivery, retryLater } from './delivery.ts';

const usualTimeoutMs = 20_000;

/** Runs one exchange under a signal that the caller or the time may abort; then it is to be tried again. */
export async function withinTime(
  { clock, signal, timeoutMs = usualTimeoutMs }: SendContext,
  service: string,
  exchange: (signal: AbortSignal) => Promise<Delivery>,
): Promise<Delivery> {
  if (signal.aborted) return retryLater('It was stopped before it was sent.');
  const late = new AbortController();
  const timer = clock.deadline(timeoutMs, () => late.abort());
  try {
    return await exchange(AbortSignal.any([signal, late.signal]));
  } catch (error) {
    if (signal.aborted) return retryLater('It was stopped before an answer came.');
    if (late.signal.aborted) return retryLater(`${service} did not answer within ${Math.round(timeoutMs / 1_000)} s.`);
    throw error;
  } finally {
    timer.cancel();
  }
}
