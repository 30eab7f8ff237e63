import { type FSWatcher, watch } from 'node:fs';
import type { Program } from './processes.ts';

/** Signs of life, counted until a number of them was seen. */
export interface SignWatch extends Disposable {
  /** Resolves with the n-th sign. */
  readonly seen: Promise<void>;
}

/**
 * The n-th sign of life from now on: a line of the program's output, or something that changed in one of the folders. Not a
 * time: on a slow machine it is the same moment of the same life. It also comes when `isOver` says that nothing will happen
 * any more.
 */
export function watchSigns(
  program: Program,
  folders: readonly string[],
  signs: number,
  isOver: () => boolean,
): SignWatch {
  const { promise: seen, resolve } = Promise.withResolvers<void>();
  let left = signs;
  const count = (): void => {
    left -= 1;
    if (left < 0 || isOver()) resolve();
  };
  const watchers: FSWatcher[] = folders.map((folder) => watch(folder, count));
  const output = program.onOutput(count);
  if (signs === 0) resolve();
  return {
    seen,
    [Symbol.dispose]() {
      output[Symbol.dispose]();
      for (const watcher of watchers) watcher.close();
    },
  };
}
