import { setTimeout } from 'node:timers/promises';

/** Real time goes by: what is measured runs in other processes, by their own clocks. */
export async function pause(delayMs: number): Promise<void> {
  await setTimeout(delayMs);
}
