import type { StoredFact } from '@dropwise/contract';
import { type StoreWriter, storeTroubleOf } from '@dropwise/store';
import type { FactQueue } from './fact-queue.ts';

/** Facts of one transaction. */
const batchSize = 500;

export interface FactWriting {
  readonly writer: StoreWriter;
  readonly queue: FactQueue;
  readonly onFacts: (stored: readonly StoredFact[]) => void;
  /** A fact that the database will never take was let go. */
  readonly onRefused: (error: unknown) => void;
  /** Calls what others gave us: nothing of it may end the writing. */
  readonly call: (listener: () => void) => void;
}

/** Writes one batch, then tells. Throws when the database takes nothing now: then all of the batch waits on. */
export function writeFacts(writing: FactWriting): void {
  const { writer, queue } = writing;
  const batch = queue.peek(batchSize);
  if (batch.length === 0) return;
  let stored: readonly StoredFact[];
  try {
    stored = writer.addFacts(batch.map(({ fact }) => fact));
  } catch (error) {
    if (!isItsOwnFault(error)) throw error;
    writeOneByOne(writing, batch.length);
    return;
  }
  tell(writing, stored, batch.length);
}

/** One of them cannot be written, whatever is tried: the others shall not wait for it. */
function writeOneByOne(writing: FactWriting, count: number): void {
  for (let written = 0; written < count; written++) {
    const [waiting] = writing.queue.peek(1);
    if (waiting === undefined) return;
    let stored: readonly StoredFact[] = [];
    try {
      stored = writing.writer.addFacts([waiting.fact]);
    } catch (error) {
      if (!isItsOwnFault(error)) throw error;
      writing.queue.noteLost(1);
      writing.onRefused(error);
    }
    tell(writing, stored, 1);
  }
}

function tell({ queue, onFacts, call }: FactWriting, stored: readonly StoredFact[], count: number): void {
  const listeners = queue.drop(count);
  if (stored.length > 0) call(() => onFacts(stored));
  for (const listener of listeners) call(listener);
}

/** Whether what was to be written is to blame, rather than the disk. */
export function isItsOwnFault(error: unknown): boolean {
  const trouble = storeTroubleOf(error);
  return trouble === null || trouble === 'refused';
}
