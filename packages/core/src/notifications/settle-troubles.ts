import type { Note } from './note.ts';
import type { Troubles } from './step-troubles.ts';
import type { Trouble } from './trouble.ts';

/** Key → when it was told last. */
export type Told = Readonly<Record<string, number>>;

export interface Settled {
  readonly troubles: Troubles;
  /** To be told now. */
  readonly notes: readonly Note[];
  /** When to look again; null = nothing waits for time alone. */
  readonly wakeAt: number | null;
}

/**
 * Tells what differs from what the owner believes. What was told within `repeatMs` waits, and is told only if it still
 * differs then. Troubles are told in quiet hours too, that they are over is not.
 */
export function settleTroubles(
  troubles: Troubles,
  told: Told,
  repeatMs: number,
  isQuiet: boolean,
  now: number,
): Settled {
  const left: Record<string, Trouble> = {};
  const notes: Note[] = [];
  const wakes: number[] = [];
  for (const [key, trouble] of Object.entries(troubles)) {
    const { state, believed, note, recovery } = trouble;
    const isWell = state === 'well';
    if (isWell && believed === null) continue;
    const next = isWell ? recovery : note;
    const isTold = !isWell && believed === note.key;
    const at = Math.max(isWell ? now : trouble.dueAt, (told[next.key] ?? Number.NEGATIVE_INFINITY) + repeatMs);
    const mayTell = !isTold && now >= at && !(isWell && isQuiet);
    if (mayTell) notes.push(next);
    else if (!isTold && at > now) wakes.push(at);
    if (mayTell && isWell) continue;
    left[key] = mayTell ? { ...trouble, believed: note.key } : trouble;
  }
  const isSame = Object.keys(left).length === Object.keys(troubles).length && notes.length === 0;
  return { troubles: isSame ? troubles : left, notes, wakeAt: wakes.length === 0 ? null : Math.min(...wakes) };
}
