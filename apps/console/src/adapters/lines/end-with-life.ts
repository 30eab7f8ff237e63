import type { ChildLife } from '../adapter.ts';

/** Runs `end` once: when it is asked for, or when the life is over. Every call gives the same promise. */
export function endWithLife(life: Pick<ChildLife, 'ended'>, end: () => Promise<void>): () => Promise<void> {
  let ended: Promise<void> | null = null;
  const endOnce = (): Promise<void> => {
    ended ??= end();
    return ended;
  };
  if (life.ended.aborted) void endOnce();
  else life.ended.addEventListener('abort', () => void endOnce(), { once: true });
  return endOnce;
}
