import type { HttpDoor } from '@dropwise/kit';
import type { AcceleratedClock } from '@dropwise/runtime';

/**
 * The clock of a local Twitch (`dropwise sim`), so that a miner pointed at it lives in its time; null when the address
 * is not one, or when its time stands still until somebody advances it.
 */
export async function readLocalClock(http: HttpDoor, origin: string): Promise<AcceleratedClock | null> {
  const url = `${origin}/_sim/state`;
  try {
    const answer = await http.send({ method: 'GET', url, headers: {}, timeoutMs: 2_000, maxBytes: 4_000_000 });
    const state: unknown = JSON.parse(answer.body);
    if (typeof state !== 'object' || state === null || !('now' in state) || !('speed' in state)) return null;
    const { now, speed } = state;
    if (typeof now !== 'number' || typeof speed !== 'number' || !(speed > 0)) return null;
    return { speed, startMs: now, realStartMs: Date.now() };
  } catch {
    return null;
  }
}
