import type { LogLine } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { AdapterSink, ChildLife } from '../adapter.ts';
import { cleanLine } from './clean-text.ts';
import { createEntryReader, type EntryReader } from './entry-reader.ts';
import type { LogEntry, ReadHeader } from './log-entry.ts';
import { startLogFollower } from './log-follower.ts';

export interface Hearing {
  /** Null = each line is an entry of its own: nothing is known of the program's format. */
  readonly streamHeaders: readonly ReadHeader[] | null;
  /** A file to follow beside the streams; null = none. `name` stands in the lines as their source. */
  readonly file: { readonly path: string; readonly name: string; readonly headers: readonly ReadHeader[] } | null;
  readonly clock: Clock;
  readonly onEntry: (entry: LogEntry) => void;
}

/** Hears a child's streams and its log file, keeps what it says as lines, and hands over each entry. */
export function hearChild(life: ChildLife, sink: AdapterSink, hearing: Hearing): AsyncDisposable {
  const readers: EntryReader[] = [];
  const readerOf = (source: string, headers: readonly ReadHeader[] | null, headless: 'joins' | 'alone') => {
    const onEntry = (entry: LogEntry): void => {
      sink.lines([lineOf(entry, source)]);
      hearing.onEntry(entry);
    };
    const { clock } = hearing;
    const reader =
      headers === null ? plainReader(clock, onEntry) : createEntryReader({ headers, headless, clock, onEntry });
    readers.push(reader);
    return reader;
  };
  const streams = {
    stdout: readerOf('stdout', hearing.streamHeaders, 'alone'),
    stderr: readerOf('stderr', hearing.streamHeaders, 'alone'),
  };
  let hasEnded = false;
  life.onLine((line, stream) => {
    if (!hasEnded) streams[stream].push(line);
  });
  const follower = hearing.file === null ? null : followFile(hearing.file, hearing.clock, sink, readerOf);
  return {
    [Symbol.asyncDispose]: async () => {
      hasEnded = true;
      await follower?.[Symbol.asyncDispose]();
      for (const reader of readers) reader.flush();
    },
  };
}

function followFile(
  file: NonNullable<Hearing['file']>,
  clock: Clock,
  sink: AdapterSink,
  readerOf: (source: string, headers: readonly ReadHeader[], headless: 'joins') => EntryReader,
): AsyncDisposable {
  const reader = readerOf(file.name, file.headers, 'joins');
  return startLogFollower({
    path: file.path,
    clock,
    onLine: (line) => reader.push(line),
    onProblem: (problem) => {
      if (problem === null) return;
      sink.lines([{ at: clock.now(), level: 'warning', source: file.name, text: problem }]);
    },
  });
}

function plainReader(clock: Clock, onEntry: (entry: LogEntry) => void): EntryReader {
  return {
    push: (line) => {
      const text = cleanLine(line);
      if (text.trim() !== '') onEntry({ at: clock.now(), level: 'info', said: 'print', text });
    },
    flush: () => {},
  };
}

function lineOf(entry: LogEntry, source: string): Omit<LogLine, 'childId'> {
  return { at: entry.at, level: entry.level, source, text: entry.text };
}
