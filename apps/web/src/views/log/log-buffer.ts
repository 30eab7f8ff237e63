import type { StoredLine } from '@dropwise/contract';

/** Lines that came too fast to be sent: they are stored, and can be asked for. */
export interface SkippedRow {
  readonly kind: 'skipped';
  readonly key: string;
  readonly count: number;
  /** They stand after this line, and before that one. */
  readonly after: number;
  readonly before: number;
}
export type LogRow = { readonly kind: 'line'; readonly key: string; readonly line: StoredLine } | SkippedRow;

/** The part of the log that the page holds, oldest first. What does not fit is let go at the far end and can be read again. */
export interface LogBuffer {
  readonly rows: readonly LogRow[];
  /** There is nothing older than the first. */
  readonly reachesStart: boolean;
  /** The last is the newest: what arrives belongs behind it. */
  readonly reachesEnd: boolean;
}

export const maxRows = 2_000;
export const emptyBuffer: LogBuffer = { rows: [], reachesStart: false, reachesEnd: true };

export function rowOf(line: StoredLine): LogRow {
  return { kind: 'line', key: String(line.seq), line };
}

export function lastSeq({ rows }: LogBuffer): number {
  const last = rows.at(-1);
  if (last === undefined) return 0;
  return last.kind === 'line' ? last.line.seq : last.before - 1;
}

export function firstSeq({ rows }: LogBuffer): number | null {
  const first = rows[0];
  if (first === undefined) return null;
  return first.kind === 'line' ? first.line.seq : first.after + 1;
}

/** With newer rows at its end; lines that are there already are left out, the oldest make room. */
export function appended(buffer: LogBuffer, rows: readonly LogRow[], reachesEnd: boolean): LogBuffer {
  const last = lastSeq(buffer);
  const fresh = rows.filter((row) => (row.kind === 'line' ? row.line.seq > last : row.before > last));
  if (fresh.length === 0 && reachesEnd === buffer.reachesEnd) return buffer;
  const all = [...buffer.rows, ...fresh];
  return {
    rows: all.slice(-maxRows),
    reachesStart: buffer.reachesStart && all.length <= maxRows,
    reachesEnd,
  };
}

/** With older lines at its beginning; the newest make room. */
export function prepended(buffer: LogBuffer, lines: readonly StoredLine[], reachesStart: boolean): LogBuffer {
  const first = firstSeq(buffer) ?? Number.POSITIVE_INFINITY;
  const all = [...lines.filter(({ seq }) => seq < first).map(rowOf), ...buffer.rows];
  return {
    rows: all.slice(0, maxRows),
    reachesStart,
    reachesEnd: buffer.reachesEnd && all.length <= maxRows,
  };
}

/** With what was skipped in its place; `isWhole`: that was all of it, else the row stays for the rest. */
export function filled(buffer: LogBuffer, gap: SkippedRow, lines: readonly StoredLine[], isWhole: boolean): LogBuffer {
  const within = lines.filter(({ seq }) => seq > gap.after && seq < gap.before);
  const last = within.at(-1);
  const rest: readonly LogRow[] =
    isWhole || last === undefined ? [] : [{ ...gap, after: last.seq, count: Math.max(1, gap.count - within.length) }];
  const rows = buffer.rows.flatMap((row) => (row.key === gap.key ? [...within.map(rowOf), ...rest] : [row]));
  return { ...buffer, rows: rows.slice(-maxRows), reachesStart: buffer.reachesStart && rows.length <= maxRows };
}
