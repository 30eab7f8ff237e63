/** Writes the latest text, one write at a time; what is overtaken while one runs is skipped. */
export interface LatestWriter {
  write(text: string): void;
  /** Resolves when the last text is on the disk, or its write failed and was told. */
  settled(): Promise<void>;
}

export function createLatestWriter(
  write: (text: string) => Promise<void>,
  onFailed: (error: unknown) => void,
): LatestWriter {
  let next: string | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (next !== null) {
      const text = next;
      next = null;
      await write(text).catch(onFailed);
    }
    running = null;
  }

  return {
    write(text) {
      next = text;
      running ??= run();
    },
    settled: () => running ?? Promise.resolve(),
  };
}
