import { VirtualClock } from '@dropwise/kit';

export const testStart = Date.UTC(2026, 7, 1, 12, 0, 0);

/** A clock that lets promises settle after every timer. */
export function createTestClock(): VirtualClock {
  return new VirtualClock(testStart, () => new Promise((resolve) => setImmediate(resolve)));
}
