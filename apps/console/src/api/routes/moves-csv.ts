import { pipeline, Readable } from 'node:stream';
import { type MoveView, moveColumns } from '@dropwise/contract';
import type { MoveRow } from '@dropwise/store';
import { stringify } from 'csv-stringify';

export function moveViewOf(row: MoveRow): MoveView {
  return {
    seq: row.seq,
    child: row.childId,
    timestamp: new Date(row.at).toISOString(),
    event_type: row.eventType,
    from_channel: row.fromChannel,
    to_channel: row.toChannel,
    reason: row.reason,
    duration_seconds: row.durationSeconds,
  };
}

/**
 * Pages of moves as a stream of CSV: a page is read when the one before is on its way. Cells that a spreadsheet would take
 * for a formula get a quotation mark in front: reasons hold names that strangers chose.
 */
export function streamMovesCsv(pages: AsyncIterable<readonly MoveRow[]>): Readable {
  const rows = Readable.from(viewsOf(pages));
  const csv = stringify({
    header: true,
    columns: [...moveColumns],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  // What breaks ends both; whoever reads the stream is told by it.
  return pipeline(rows, csv, () => {});
}

async function* viewsOf(pages: AsyncIterable<readonly MoveRow[]>): AsyncGenerator<MoveView> {
  for await (const page of pages) yield* page.map(moveViewOf);
}
