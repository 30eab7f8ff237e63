import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreOptions } from '../open-store.ts';
import type { Store } from '../store.ts';

/** 1 March 2026, noon in UTC. */
export const noon = Date.UTC(2026, 2, 1, 12);
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** A folder of a test's own; gone when it is disposed. */
export async function openTempFolder(): Promise<AsyncDisposable & { readonly path: string; readonly file: string }> {
  const path = await mkdtemp(join(tmpdir(), 'dropwise-store-'));
  const file = join(path, 'dropwise.db');
  return { path, file, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A store in a folder of its own; closed and gone when it is disposed. */
export async function openTempStore(
  options: Partial<StoreOptions> = {},
): Promise<AsyncDisposable & { readonly store: Store; readonly file: string }> {
  const folder = await openTempFolder();
  const store = await openTestStore(folder.file, options);
  return {
    store,
    file: folder.file,
    [Symbol.asyncDispose]: async () => {
      store[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

export function openTestStore(path: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  return openStore({ path, now: () => noon, timeZone: 'UTC', ...options });
}
