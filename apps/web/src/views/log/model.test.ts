import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredLine } from '@dropwise/contract';
import { appended, emptyBuffer, filled, type LogBuffer, lastSeq, maxRows, prepended, rowOf } from './log-buffer.ts';
import { filterFrom, fits, isFiltering, queryOf } from './log-filter.ts';
import { movedDown, movedUp, shifted, windowAtEnd } from './log-window.ts';

function line(seq: number, parts: Partial<StoredLine> = {}): StoredLine {
  return { seq, at: seq * 1_000, childId: 'miner', level: 'info', source: 'miner', text: `line ${seq}`, ...parts };
}
const lines = (from: number, to: number): StoredLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => line(from + index));
const seqs = ({ rows }: LogBuffer) => rows.map((row) => (row.kind === 'line' ? row.line.seq : `+${row.count}`));

describe('the choice of lines', () => {
  const filter = filterFrom(new URLSearchParams('level=warning&source=gql&q=Timed%20OUT'));

  it('lives in the address and becomes a query of the API', () => {
    assert.deepEqual(filter, { level: 'warning', source: 'gql', child: null, text: 'Timed OUT' });
    assert.equal(queryOf(filter, { limit: 5 }), 'level=error%2Cwarning&source=gql&text=Timed+OUT&limit=5');
    assert.equal(queryOf(filterFrom(new URLSearchParams())), '');
    assert.equal(isFiltering(filterFrom(new URLSearchParams('level=loud'))), false);
    assert.equal(isFiltering(filter), true);
  });

  it('takes lines as they arrive that the API would give, too', () => {
    assert.equal(fits(line(1, { level: 'error', source: 'gql', text: 'it timed out' }), filter), true);
    assert.equal(fits(line(1, { level: 'info', source: 'gql', text: 'it timed out' }), filter), false);
    assert.equal(fits(line(1, { level: 'error', source: 'socket', text: 'it timed out' }), filter), false);
    assert.equal(fits(line(1, { level: 'error', source: 'gql', text: 'refused' }), filter), false);
    assert.equal(fits(line(1, { childId: 'a' }), filterFrom(new URLSearchParams('child=b'))), false);
  });
});

describe('the lines that are held', () => {
  it('take what arrives once, whatever is sent again', () => {
    const buffer = appended(emptyBuffer, lines(1, 3).map(rowOf), true);
    assert.deepEqual(seqs(appended(buffer, lines(2, 5).map(rowOf), true)), [1, 2, 3, 4, 5]);
    assert.equal(appended(buffer, lines(1, 3).map(rowOf), true), buffer);
  });

  it('have a maximum: the far end makes room and can be read again', () => {
    const full = appended({ ...emptyBuffer, reachesStart: true }, lines(1, maxRows).map(rowOf), true);
    const later = appended(full, lines(maxRows + 1, maxRows + 5).map(rowOf), true);
    assert.equal(later.rows.length, maxRows);
    assert.deepEqual([seqs(later)[0], lastSeq(later), later.reachesStart], [6, maxRows + 5, false]);
    const back = prepended(later, lines(1, 5), true);
    assert.deepEqual([seqs(back)[0], lastSeq(back), back.reachesStart, back.reachesEnd], [1, maxRows, true, false]);
  });

  it('say what was skipped, and take it in its place', () => {
    const gap = { kind: 'skipped', key: 'skipped 10', count: 6, after: 3, before: 10 } as const;
    const buffer = appended(emptyBuffer, [...lines(1, 3).map(rowOf), gap, rowOf(line(10))], true);
    assert.deepEqual(seqs(buffer), [1, 2, 3, '+6', 10]);
    assert.deepEqual(seqs(filled(buffer, gap, lines(4, 10), true)), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const partly = filled(buffer, gap, lines(4, 6), false);
    assert.deepEqual(seqs(partly), [1, 2, 3, 4, 5, 6, '+3', 10]);
    const rest = partly.rows[6];
    assert.equal(rest?.kind === 'skipped' && rest.after, 6);
  });
});

describe('the rows in the page', () => {
  it('are the last few hundred while it follows, and move along with the reader', () => {
    assert.deepEqual(windowAtEnd(1_000), { start: 700, end: 1_000 });
    assert.deepEqual(windowAtEnd(20), { start: 0, end: 20 });
    assert.deepEqual(movedUp({ start: 700, end: 1_000 }, 1_000), { start: 600, end: 900 });
    assert.deepEqual(movedUp({ start: 40, end: 340 }, 1_000), { start: 0, end: 300 });
    assert.deepEqual(movedDown({ start: 600, end: 900 }, 1_000), { start: 700, end: 1_000 });
    assert.deepEqual(movedDown({ start: 700, end: 950 }, 1_000), { start: 700, end: 1_000 });
  });
  it('stay the same rows when others come before them or go', () => {
    assert.deepEqual(shifted({ start: 0, end: 300 }, 200, 900), { start: 200, end: 500 });
    assert.deepEqual(shifted({ start: 10, end: 310 }, -50, 900), { start: 0, end: 260 });
  });
});
