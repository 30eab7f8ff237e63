import type { Clock, Timer } from '@dropwise/kit';
import { cleanLine } from './clean-text.ts';
import { continuesEntry } from './continuation.ts';
import type { LogEntry, ReadHeader } from './log-entry.ts';

export interface EntryReaderOptions {
  /** Tried in turn. */
  readonly headers: readonly ReadHeader[];
  /**
   * What a line without a header is: `joins`, the next line of what came before (log files); `alone`, something the program's
   * surroundings said, unless it reads like a continuation (output streams).
   */
  readonly headless: 'joins' | 'alone';
  readonly clock: Clock;
  readonly onEntry: (entry: LogEntry) => void;
}

/** Puts lines together to entries. An entry ends where the next begins, or after a moment without a line. */
export interface EntryReader {
  push(line: string): void;
  /** No more lines: what is held goes out now. */
  flush(): void;
}

/** A traceback is written at once. */
const quietMs = 200;
/** What is longer loses its end, and says so. */
const maxEntryLines = 200;
const maxEntryLength = 16_000;

export function createEntryReader(options: EntryReaderOptions): EntryReader {
  const { clock, onEntry } = options;
  let open: OpenEntry | null = null;
  let timer: Timer | null = null;

  const flush = (): void => {
    timer?.cancel();
    timer = null;
    const entry = open;
    open = null;
    if (entry !== null && entry.text().trim() !== '') onEntry({ ...entry.header, text: entry.text() });
  };
  return {
    flush,
    push: (raw) => {
      const line = cleanLine(raw);
      const header = readHeader(options.headers, line, clock.now());
      if (open !== null && isMoreOf(open, header, line, options.headless)) open.add(header?.text ?? line);
      else {
        flush();
        // Between two entries.
        if ((header?.text ?? line).trim() === '') return;
        open = openEntry(header ?? { at: clock.now(), level: 'info', said: 'print', text: line });
      }
      timer?.cancel();
      timer = clock.after(quietMs, flush);
    },
  };
}

function readHeader(headers: readonly ReadHeader[], line: string, now: number): LogEntry | null {
  for (const read of headers) {
    const header = read(line, now);
    if (header !== null) return header;
  }
  return null;
}

/** A logger's record always begins something; TDM stamps every line of a print anew. Peers 3.1. */
function isMoreOf(open: OpenEntry, header: LogEntry | null, line: string, headless: 'joins' | 'alone'): boolean {
  if (header === null) return headless === 'joins' || continuesEntry(open.text(), line);
  return header.said === 'print' && continuesEntry(open.text(), header.text);
}

interface OpenEntry {
  readonly header: LogEntry;
  text(): string;
  add(line: string): void;
}

function openEntry(header: LogEntry): OpenEntry {
  let text = header.text;
  let lineCount = 1;
  let leftOut = 0;
  return {
    header,
    text: () => (leftOut === 0 ? text : `${text}\n… ${leftOut} more lines left out`),
    add: (line) => {
      if (lineCount >= maxEntryLines || text.length + line.length >= maxEntryLength) leftOut += 1;
      else {
        text += `\n${line}`;
        lineCount += 1;
      }
    },
  };
}
