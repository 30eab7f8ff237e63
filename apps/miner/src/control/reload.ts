import type { LoadedSettings } from '@dropwise/runtime';

export interface ReloadParts {
  readonly read: () => Promise<LoadedSettings>;
  readonly take: (loaded: LoadedSettings) => void;
}

/**
 * Reads the settings again, one reading at a time. Whoever asks while one runs gets the next, which all of them share: the
 * file may have changed since.
 */
export function createReload({ read, take }: ReloadParts): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  async function run(): Promise<void> {
    try {
      take(await read());
    } finally {
      running = null;
    }
  }

  function begin(): Promise<void> {
    running = run();
    return running;
  }

  return () => {
    if (running === null) return begin();
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}
