import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Clock, Timer } from '@dropwise/kit';
import { createLineSplitter, type LineSplitter } from '../../children/line-splitter.ts';

export interface LogFollowerOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly onLine: (line: string) => void;
  /** Why nothing can be read now, as a sentence; null = it can again. Told once for each change. */
  readonly onProblem: (problem: string | null) => void;
  readonly pollMs?: number;
}

/** Disposing reads what is still there, hands over a last line without an end, and closes the file. */
export interface LogFollower extends AsyncDisposable {
  /** Reads what is there now. The follower does so by itself; a second call waits for the first. */
  poll(): Promise<void>;
}

const defaultPollMs = 500;
const chunkBytes = 64 * 1024;
/** More than this between two looks is skipped, with a line that says so: the newest counts. */
const maxBehindBytes = 4 * 1024 * 1024;

/**
 * Follows a growing file from its present end, by asking for its size: notifications of the system miss what happens on network
 * drives and in containers' volumes. A file that is renamed away is read to its end before the new one is begun; one that
 * was cut is read from its start; one that is not there is waited for and then read from its start.
 */
export function startLogFollower(options: LogFollowerOptions): LogFollower {
  const follower = new Follower(options);
  follower.begin();
  return follower;
}

class Follower implements LogFollower {
  readonly #options: LogFollowerOptions;
  readonly #splitter: LineSplitter;
  #file: OpenFile | null = null;
  /** What was there before we came was read by others. */
  #isFirstLook = true;
  #working: Promise<void> = Promise.resolve();
  #timer: Timer | null = null;
  #problem: string | null = null;
  #isDisposed = false;

  constructor(options: LogFollowerOptions) {
    this.#options = options;
    this.#splitter = createLineSplitter(options.onLine);
  }

  begin(): void {
    void this.poll();
  }

  poll(): Promise<void> {
    this.#working = this.#working.then(() => this.#look());
    return this.#working;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#timer?.cancel();
    await this.poll();
    this.#splitter.end();
    await this.#close();
  }

  async #look(): Promise<void> {
    this.#timer?.cancel();
    try {
      await this.#catchUp();
      this.#say(null);
    } catch (error) {
      if (error instanceof MissingFile) this.#isFirstLook = false;
      this.#say(problemOf(this.#options.path, error));
    }
    if (!this.#isDisposed) {
      this.#timer = this.#options.clock.after(this.#options.pollMs ?? defaultPollMs, () => void this.poll());
    }
  }

  async #catchUp(): Promise<void> {
    const found = await stat(this.#options.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (this.#file !== null && (found === null || !this.#file.isSame(found))) {
      await this.#readNew(this.#file);
      this.#splitter.end();
      await this.#close();
    }
    if (found === null) throw new MissingFile();
    this.#file ??= await this.#open();
    await this.#readNew(this.#file);
  }

  async #open(): Promise<OpenFile> {
    const handle = await open(this.#options.path, 'r');
    const { dev, ino, size } = await handle.stat();
    const file = new OpenFile(handle, dev, ino);
    if (this.#isFirstLook && size > 0) {
      file.offset = size;
      // Someone is in the middle of writing a line: its second half alone means nothing.
      const last = Buffer.alloc(1);
      await handle.read(last, 0, 1, size - 1);
      if (last[0] !== newline) this.#splitter.skipLine();
    }
    this.#isFirstLook = false;
    return file;
  }

  async #readNew(file: OpenFile): Promise<void> {
    const { size } = await file.handle.stat();
    if (size < file.offset) {
      this.#splitter.end();
      file.offset = 0;
    }
    if (size - file.offset > maxBehindBytes) {
      const skippedBytes = size - file.offset - maxBehindBytes;
      this.#splitter.end();
      this.#options.onLine(`… ${skippedBytes} bytes skipped: the file grew faster than it could be read`);
      file.offset += skippedBytes;
      this.#splitter.skipLine();
    }
    const chunk = Buffer.alloc(Math.min(chunkBytes, Math.max(1, size - file.offset)));
    while (file.offset < size) {
      const { bytesRead } = await file.handle.read(chunk, 0, Math.min(chunk.length, size - file.offset), file.offset);
      if (bytesRead === 0) return;
      file.offset += bytesRead;
      this.#splitter.push(Buffer.from(chunk.subarray(0, bytesRead)));
    }
  }

  async #close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.handle.close();
  }

  #say(problem: string | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#options.onProblem(problem);
  }
}

const newline = 0x0a;

class OpenFile {
  readonly handle: FileHandle;
  readonly #dev: number;
  readonly #ino: number;
  offset = 0;

  constructor(handle: FileHandle, dev: number, ino: number) {
    this.handle = handle;
    this.#dev = dev;
    this.#ino = ino;
  }

  isSame(found: { readonly dev: number; readonly ino: number }): boolean {
    return found.dev === this.#dev && found.ino === this.#ino;
  }
}

class MissingFile extends Error {}

function problemOf(path: string, error: unknown): string {
  if (error instanceof MissingFile) return `${path} is not there yet; it is read as soon as it is.`;
  const found = error instanceof Error ? error.message : String(error);
  return `${path} cannot be read: ${found}. Check that it is a file this account may read.`;
}
