import { readFile } from 'node:fs/promises';
import { type NotificationState, noNotifications, parseNotificationState } from '@dropwise/core/notifications';
import { type Clock, sleep } from '@dropwise/kit';
import { type Logger, writeFileAtomically } from '@dropwise/runtime';

/** What was told and what waits to be told, over a restart. May be deleted. */
export interface NotificationMemory extends AsyncDisposable {
  readonly initial: NotificationState;
  /** Written soon; of several states in a row only the last. */
  keep(state: NotificationState): void;
}

const writeAfterMs = 2_000;

/** Disposing writes what is not yet written. */
export async function openNotificationMemory(path: string, clock: Clock, log: Logger): Promise<NotificationMemory> {
  const initial = await readMemory(path);
  const stop = new AbortController();
  let latest = initial;
  let written = initial;
  let writing: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    if (latest === written) return;
    const state = latest;
    try {
      await writeFileAtomically(path, JSON.stringify(state));
      written = state;
    } catch (error) {
      log.info('What was told could not be kept: after a restart something may be told twice.', { error });
    }
  };
  const writeSoon = async (): Promise<void> => {
    await sleep(clock, writeAfterMs, stop.signal).catch(() => {});
    await write();
    writing = null;
  };
  return {
    initial,
    keep: (state) => {
      const isWorthIt = !isSame(state, latest);
      latest = state;
      if (isWorthIt && !stop.signal.aborted) writing ??= writeSoon();
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await writing;
      await write();
    },
  };
}

/** Every confirmed minute changes what is counted: that alone is worth no write. */
function isSame(a: NotificationState, b: NotificationState): boolean {
  return a.told === b.told && a.pending === b.pending && a.troubles === b.troubles && a.wasHeld === b.wasHeld;
}

async function readMemory(path: string): Promise<NotificationState> {
  try {
    return parseNotificationState(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Missing or broken: it begins anew, and at worst something is said twice.
    return noNotifications;
  }
}
