import type { ProcessIo } from '@dropwise/runtime';

export interface TestIo extends ProcessIo {
  readonly written: { stdout: string; stderr: string };
  abort(): void;
}

/** A process's face that keeps what is written to it. */
export function createTestIo(): TestIo {
  const written = { stdout: '', stderr: '' };
  const controller = new AbortController();
  const nothing: Disposable = { [Symbol.dispose]: () => {} };
  return {
    written,
    abort: () => controller.abort(new Error('stopped by the test')),
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    env: {},
    homeFolder: '/home/ann',
    workingFolder: '/home/ann',
    hostName: 'attic',
    pid: 1,
    signal: controller.signal,
    onReload: () => nothing,
    onPrintState: () => nothing,
  };
}
