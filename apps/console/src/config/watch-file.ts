import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Clock, Timer } from '@dropwise/kit';

export interface FileWatch {
  readonly path: string;
  readonly clock: Clock;
  /** Called some time after the file changed, once for what happens together. */
  readonly onChange: () => void;
  /** Called once when the system does not let it be watched (any more). */
  readonly onFailure: (error: Error) => void;
}

/** An editor writes in several steps: the first is waited out. */
const settleMs = 250;

/** Notices changes of a file by hand. Its folder is watched: editors, and we, put a new file in the place of the old one. */
export function watchFile({ path, clock, onChange, onFailure }: FileWatch): Disposable {
  const name = basename(path);
  let timer: Timer | null = null;
  const note = (_event: string, changed: string | null): void => {
    if (changed !== null && changed !== name) return;
    timer ??= clock.after(settleMs, () => {
      timer = null;
      onChange();
    });
  };
  try {
    const watcher = watch(dirname(path), { persistent: false }, note);
    watcher.on('error', (error: Error) => {
      watcher.close();
      onFailure(error);
    });
    return {
      [Symbol.dispose]: () => {
        timer?.cancel();
        watcher.close();
      },
    };
  } catch (error) {
    onFailure(error instanceof Error ? error : new Error(String(error)));
    return { [Symbol.dispose]: () => {} };
  }
}
