import type { KnownNames, LineMeaning } from './line-meaning.ts';
import type { LineRow, PeerMiner } from './line-row.ts';
import type { LogEntry } from './log-entry.ts';
import { lineRows } from './rows/index.ts';

/** Which row of the table an entry is; null = none: a print in another language, or something newer than the table. */
export function findRow(entry: LogEntry, miner: PeerMiner): LineRow | null {
  return lineRows.find((row) => row.said[miner] === entry.said && row.pattern.test(entry.text)) ?? null;
}

/** What an entry means; nothing where it is in no row. */
export function readMeaning(entry: LogEntry, miner: PeerMiner, known: KnownNames): readonly LineMeaning[] {
  const row = findRow(entry, miner);
  if (row === null) return [];
  const groups = row.pattern.exec(entry.text)?.groups;
  return row.means((name) => groups?.[name] ?? '', known);
}
