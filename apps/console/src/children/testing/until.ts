import { AssertionError } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

const deadlineMs = 60_000;

/** Resolves when `condition` holds; a world that never comes to it fails at the caller. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const failure = new AssertionError({
    message: `expected within ${deadlineMs / 1_000} s: ${what}`,
    stackStartFn: until,
  });
  const deadline = performance.now() + deadlineMs;
  while (!condition()) {
    if (performance.now() > deadline) throw failure;
    await sleep(5);
  }
}
