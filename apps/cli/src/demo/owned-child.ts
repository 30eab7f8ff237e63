import type { Clock } from '@dropwise/runtime';
import type { Child } from './child.ts';

/** How long a child may take to end by itself. */
const stopGraceMs = 10_000;
/** Lines of stderr that are shown when it ends badly. */
const tailLength = 20;

/** A child that is gone when this is disposed. */
export interface OwnedChild extends AsyncDisposable {
  readonly child: Child;
  /** The last lines of its stderr. */
  tail(): string;
  /** Asks it to end, and ends it when it does not; resolves when it is gone. */
  stop(): Promise<void>;
}

export function ownChild(child: Child, clock: Clock): OwnedChild {
  const lines: string[] = [];
  child.onLine((line, stream) => {
    if (stream !== 'stderr') return;
    lines.push(line);
    if (lines.length > tailLength) lines.shift();
  });
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopping ??= stopChild(child, clock);
    return stopping;
  };
  // A start that fails is told by whoever waits; nobody waiting must not bring the demo down.
  child.ended.catch(() => {});
  return { child, tail: () => lines.join('\n'), stop, [Symbol.asyncDispose]: stop };
}

async function stopChild(child: Child, clock: Clock): Promise<void> {
  child.send('SIGTERM');
  const timer = clock.deadline(stopGraceMs, () => child.send('SIGKILL'));
  await child.ended.catch(() => {});
  timer.cancel();
}
