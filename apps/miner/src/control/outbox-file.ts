import {
  closeSync,
  fchmodSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { KeyedFact } from '@dropwise/contract/miner-ipc';

/** What an outbox file held. */
export interface OutboxContent {
  readonly facts: readonly KeyedFact[];
  /** Lines that are no fact, but for a last one that was cut by a death. */
  readonly brokenCount: number;
}

/**
 * Lines of a file, written before anything else goes on: a process that is killed right after leaves them behind. Every
 * call throws the system's error.
 */
export interface OutboxFile extends Disposable {
  readonly sizeBytes: number;
  /** `durably`: also a power cut after it leaves the line behind. */
  append(line: string, durably: boolean): void;
  /** Replaces everything; a death on the way leaves the old content or the new. */
  replace(lines: readonly string[]): void;
}

/** Opens or makes it, for its owner's eyes only. Whatever cannot be read of it is left behind. */
export function openOutboxFile(path: string): OutboxFile & { readonly content: OutboxContent } {
  const text = readIfThere(path);
  const content = parseOutbox(text);
  let fd = openForAppending(path);
  let sizeBytes = Buffer.byteLength(text);
  /** The last line is only half there: the disk was full. */
  let isTorn = false;

  function replace(lines: readonly string[]): void {
    if (lines.length === 0) {
      ftruncateSync(fd, 0);
      sizeBytes = 0;
      isTorn = false;
      return;
    }
    const whole = lines.join('');
    writeBeside(path, whole);
    closeSync(fd);
    fd = openForAppending(path);
    sizeBytes = Buffer.byteLength(whole);
    isTorn = false;
  }

  const file: OutboxFile = {
    get sizeBytes() {
      return sizeBytes;
    },
    append(line, durably) {
      const whole = Buffer.from(isTorn ? `\n${line}` : line);
      const writtenBytes = writeSync(fd, whole);
      sizeBytes += writtenBytes;
      isTorn = writtenBytes < whole.length;
      if (isTorn) throw new Error(`expected to write ${whole.length} bytes, found room for ${writtenBytes}`);
      if (durably) fdatasyncSync(fd);
    },
    replace,
    [Symbol.dispose]: () => closeSync(fd),
  };
  // The next line must not be glued to half of one.
  if (!isWhole(text, content)) replace(content.facts.map(formatLine));
  return Object.assign(file, { content });
}

export function formatLine(fact: KeyedFact): string {
  return `${JSON.stringify(fact)}\n`;
}

export function parseOutbox(text: string): OutboxContent {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const facts = lines.map(parseLine);
  const cut = parseLine(last);
  const read = [...facts, cut].filter((fact) => fact !== null);
  return { facts: read, brokenCount: facts.filter((fact) => fact === null).length };
}

function isWhole(text: string, content: OutboxContent): boolean {
  return content.brokenCount === 0 && (text === '' || text.endsWith('\n'));
}

function parseLine(line: string): KeyedFact | null {
  if (line === '') return null;
  try {
    const value: unknown = JSON.parse(line);
    return isKeyedFact(value) ? value : null;
  } catch {
    return null;
  }
}

function isKeyedFact(value: unknown): value is KeyedFact {
  if (typeof value !== 'object' || value === null || !('key' in value) || !('at' in value) || !('fact' in value)) {
    return false;
  }
  const { key, at, fact } = value;
  if (typeof key !== 'string' || typeof at !== 'number' || typeof fact !== 'object' || fact === null) return false;
  return 'kind' in fact && typeof fact.kind === 'string';
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function openForAppending(path: string): number {
  const fd = openSync(path, 'a', 0o600);
  fchmodSync(fd, 0o600);
  return fd;
}

/** Under a name that `removeLeftoverTempFiles` knows. */
function writeBeside(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-0.tmp`);
  rmSync(temporary, { force: true });
  const fd = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
}
