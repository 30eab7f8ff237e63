import type { KeyedFact } from '@dropwise/contract/miner-ipc';
import type { Fact } from '@dropwise/core';
import { type Keeping, keepingOf, keepingsThatGo } from './fact-keeping.ts';
import { formatLine, type OutboxFile, openOutboxFile } from './outbox-file.ts';

export interface OutboxOptions {
  readonly path: string;
  /** Another with every life of the miner. */
  readonly runId: string;
  /** Of everything that waits; default 4 MB, some ten thousand facts. Above it the oldest of the least worth go. */
  readonly maxBytes?: number;
  /** A sentence for the log: the file cannot be used, or there is no room. Told once a spell. */
  readonly onTrouble: (sentence: string) => void;
}

/**
 * Facts on their way to the console. Those that matter lie in a file from before they are sent until the console says that
 * it has stored them, so that neither its death nor the miner's loses one. Without a usable file they wait in memory.
 */
export interface FactOutbox extends Disposable {
  /** Nothing is kept for a console that may not have it. */
  readonly isEmpty: boolean;
  add(fact: Fact, at: number): void;
  /** The oldest of those not sent yet, which are from now on. */
  takeUnsent(maxCount: number): readonly KeyedFact[];
  /** Everything that was sent up to and with this key is stored elsewhere. */
  confirm(key: string): void;
}

interface Entry {
  readonly keyed: KeyedFact;
  readonly keeping: Keeping;
  readonly sizeBytes: number;
  isSent: boolean;
}

const defaultMaxBytes = 4_000_000;
/** Where room is made, so much is made that it is not needed again at once. */
const roomAfterTrim = 0.9;
/** Lines of stored facts stay in the file up to this, so that it is not written anew for each. */
const spareBytes = 64_000;

export function openOutbox(options: OutboxOptions): FactOutbox {
  const { path, runId, onTrouble, maxBytes = defaultMaxBytes } = options;
  let entries: Entry[] = [];
  let waitingBytes = 0;
  let lastNumber = 0;
  let isInTrouble = false;
  let isFull = false;
  let file = open();

  function open(): OutboxFile | null {
    try {
      const opened = openOutboxFile(path);
      entries = opened.content.facts.map(entryOf);
      waitingBytes = sumBytes(entries);
      const { brokenCount } = opened.content;
      if (brokenCount > 0) onTrouble(`${path} held ${brokenCount} lines that are no facts; they are left out.`);
      return opened;
    } catch (error) {
      tellTrouble(error);
      return null;
    }
  }

  function tellTrouble(error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    if (!isInTrouble) onTrouble(`${path} cannot be used: ${problem}. What the console has not stored may be lost.`);
    isInTrouble = true;
  }

  function onDisk(work: (file: OutboxFile) => void): void {
    if (file === null) return;
    try {
      work(file);
      isInTrouble = false;
    } catch (error) {
      tellTrouble(error);
    }
  }

  function setEntries(next: Entry[]): void {
    entries = next;
    waitingBytes = sumBytes(next);
  }

  /** Written anew when nothing is left to keep, or most of it is of no use any more. */
  function tidy(): void {
    const kept = entries.filter(isKept);
    onDisk((disk) => {
      if (disk.sizeBytes === 0) return;
      if (kept.length > 0 && disk.sizeBytes <= 2 * sumBytes(kept) + spareBytes) return;
      disk.replace(kept.map(({ keyed }) => formatLine(keyed)));
    });
  }

  function makeRoom(): void {
    if (waitingBytes <= maxBytes) return;
    if (!isFull)
      onTrouble('The console stores no facts and there is no more room to keep them: the oldest go, claims stay.');
    isFull = true;
    let excess = waitingBytes - maxBytes * roomAfterTrim;
    const going = new Set<Entry>();
    for (const keeping of keepingsThatGo) {
      for (const entry of entries) {
        if (excess <= 0) break;
        if (entry.keeping !== keeping) continue;
        going.add(entry);
        excess -= entry.sizeBytes;
      }
    }
    setEntries(entries.filter((entry) => !going.has(entry)));
    tidy();
  }

  return {
    get isEmpty() {
      return entries.length === 0;
    },
    add(fact, at) {
      lastNumber += 1;
      const entry = entryOf({ key: `${runId}:${lastNumber}`, at, fact });
      entries.push(entry);
      waitingBytes += entry.sizeBytes;
      if (isKept(entry)) onDisk((disk) => disk.append(formatLine(entry.keyed), entry.keeping === 'forever'));
      makeRoom();
    },
    takeUnsent(maxCount) {
      const taken: Entry[] = [];
      for (const entry of entries) {
        if (taken.length >= maxCount) break;
        if (!entry.isSent) taken.push(entry);
      }
      for (const entry of taken) entry.isSent = true;
      if (taken.some((entry) => !isKept(entry))) setEntries(entries.filter((entry) => !entry.isSent || isKept(entry)));
      return taken.map(({ keyed }) => keyed);
    },
    confirm(key) {
      const stored = entries.findIndex(({ keyed }) => keyed.key === key);
      const number = numberOf(key, runId);
      const isStored = (entry: Entry, index: number): boolean => {
        if (!entry.isSent) return false;
        if (stored >= 0) return index <= stored;
        // It was not kept, or made room: everything of earlier lives came before it.
        return number !== null && (numberOf(entry.keyed.key, runId) ?? 0) <= number;
      };
      const left = entries.filter((entry, index) => !isStored(entry, index));
      if (left.length === entries.length) return;
      setEntries(left);
      if (waitingBytes < maxBytes / 2) isFull = false;
      tidy();
    },
    [Symbol.dispose]() {
      file?.[Symbol.dispose]();
      file = null;
    },
  };
}

function entryOf(keyed: KeyedFact): Entry {
  return {
    keyed,
    keeping: keepingOf(keyed.fact.kind),
    sizeBytes: Buffer.byteLength(formatLine(keyed)),
    isSent: false,
  };
}

function isKept({ keeping }: Entry): boolean {
  return keeping !== 'passing';
}

function sumBytes(entries: readonly Entry[]): number {
  return entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** Null for a fact of another life. */
function numberOf(key: string, runId: string): number | null {
  const number = key.startsWith(`${runId}:`) ? Number(key.slice(runId.length + 1)) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}
