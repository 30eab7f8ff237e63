import type { Hello } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { AdapterSession } from '../adapter.ts';

/** The miner's clock by the console's: the machine's own, or that of a local Twitch, which runs faster. */
export function minerClockOf(hello: Pick<Hello, 'clock'> | null, clock: Pick<Clock, 'now'>): AdapterSession['clock'] {
  if (hello === null || hello.clock === null) return { now: () => clock.now(), speed: 1 };
  const { speed, startMs, realStartMs } = hello.clock;
  return { now: () => Math.floor(startMs + (clock.now() - realStartMs) * speed), speed };
}
