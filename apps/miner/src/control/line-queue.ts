import type { MinerLine } from '@dropwise/contract/miner-ipc';
import { RingBuffer } from '@dropwise/kit';
import { formatMessage, type LogRecord } from '@dropwise/runtime';
import { lineLevelOf } from './line-level.ts';

/** Lines of the log on their way to the console: the newest ones, and how many older ones made room. */
export interface LineQueue {
  readonly isEmpty: boolean;
  add(record: LogRecord): void;
  /** All of it; the queue is empty afterwards. */
  take(): { readonly lines: readonly MinerLine[]; readonly droppedCount: number };
}

/** More than a screen, and than a start with `-v` says before anybody listens. */
const maxLines = 1_000;
/** A trace of a whole answer of Twitch is of no use on a screen; the log file has it. */
const maxTextLength = 4_000;

export function createLineQueue(): LineQueue {
  let lines = new RingBuffer<MinerLine>(maxLines);
  return {
    get isEmpty() {
      return lines.size === 0;
    },
    add(record) {
      const text = formatMessage(record, 'detail');
      lines.push({
        at: record.atMs,
        level: lineLevelOf(record),
        source: record.part ?? 'miner',
        text: text.length > maxTextLength ? `${text.slice(0, maxTextLength)} … (cut)` : text,
      });
    },
    take() {
      const taken = { lines: lines.toArray(), droppedCount: lines.droppedCount };
      lines = new RingBuffer<MinerLine>(maxLines);
      return taken;
    },
  };
}
