import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogLine, NewFact, StoredFact, StoredLine } from '@dropwise/contract';
import fc from 'fast-check';
import type { FactQuery, LineQuery, Page, PageQuery, Store } from '../store.ts';
import { channelWentLive, dropClaimed, minuteConfirmed } from '../testing/make-facts.ts';
import { hourMs, noon, openTempStore } from '../testing/temp-store.ts';

/** Enough for what is rare to lie beyond what one page looks at. */
const rowCount = 9_000;
/** Most clocks go on; some rows are told by one that is days away. */
const timeOf = (number: number): number => noon + number * 1_000 + (number % 97 === 0 ? (number % 5) * 50 * hourMs : 0);
const childOf = (number: number): string => (number % 1_000 === 1 ? 'rare' : 'miner');

function factOf(number: number): NewFact {
  const fact =
    number % 2_500 === 7
      ? dropClaimed({ dropName: `Hat ${number}` })
      : number < 3_000
        ? minuteConfirmed({ gameName: `Game ${number % 700}` })
        : channelWentLive(`user_${number % 40}`);
  return { at: timeOf(number), childId: childOf(number), key: null, fact };
}

function lineOf(number: number): LogLine {
  const level = number % 3_000 === 5 ? 'error' : 'info';
  const text = number === 100 ? 'A needle, 100% sure_thing' : `line number ${number}`;
  return { at: timeOf(number), childId: childOf(number), level, source: number < 2_000 ? 'old' : 'new', text };
}

/** Every page from the first to the last, put together. */
function walk<Item, Query extends PageQuery>(read: (query: Query) => Page<Item>, query: Query): Item[] {
  const items: Item[] = [];
  let cursor: { before?: number; after?: number } = {};
  for (let pages = 0; pages < 20_000; pages++) {
    const page = read({ ...query, ...cursor });
    items.push(...page.items);
    if (page.next === null) return items;
    assert.ok(page.items.length <= query.limit);
    cursor = query.after === undefined ? { before: page.next } : { after: page.next };
  }
  throw new Error('expected a last page, found none');
}

const times = fc.option(fc.integer({ min: -1, max: rowCount + 1 }).map(timeOf), { nil: undefined, freq: 1 });
const place = {
  limit: fc.constantFrom(50, 333, 1_000),
  after: fc.option(fc.integer({ min: 0, max: rowCount }), { nil: undefined, freq: 1 }),
  since: times,
  until: times,
};
const some = <Item>(...items: readonly Item[]) => fc.option(fc.subarray([...items]), { nil: undefined, freq: 1 });

/** Without the fields that are undefined. */
function given<Query>(query: object): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query;
}

function fits(
  row: { readonly seq: number; readonly at: number; readonly childId: string },
  query: FactQuery | LineQuery,
) {
  return (
    row.seq > (query.after ?? 0) &&
    row.at >= (query.since ?? 0) &&
    row.at < (query.until ?? Number.MAX_SAFE_INTEGER) &&
    (query.childId === undefined || row.childId === query.childId)
  );
}

function inAskedOrder<Row>(rows: readonly Row[], query: PageQuery): Row[] {
  return query.after === undefined ? rows.toReversed() : [...rows];
}

async function withRows(check: (store: Store, facts: readonly StoredFact[], lines: readonly StoredLine[]) => void) {
  await using opened = await openTempStore();
  const numbers = Array.from({ length: rowCount }, (_, number) => number);
  const facts = opened.store.writer.addFacts(numbers.map(factOf));
  const lines = opened.store.writer.addLines(numbers.map(lineOf));
  check(opened.store, facts, lines);
}

test('the pages of facts together are exactly what fits, each once and in order, whatever is asked for', async () => {
  const queries = fc.record({
    ...place,
    kinds: some('dropClaimed', 'minuteConfirmed', 'signedIn'),
    childId: fc.constantFrom(undefined, 'rare', 'nobody'),
    text: fc.constantFrom(undefined, '', 'game 1', 'GAME 69', 'hat', 'user_7', 'r_', 'nowhere'),
  });
  await withRows(({ reader }, facts) => {
    fc.assert(
      fc.property(queries, (asked) => {
        const query = given<FactQuery>(asked);
        const expected = facts.filter(({ fact, ...row }) => {
          const names = Object.values(fact).flat().join('\n').toLowerCase();
          const isKind = query.kinds === undefined || query.kinds.includes(fact.kind);
          return fits(row, query) && isKind && names.includes((query.text ?? '').toLowerCase());
        });
        assert.deepEqual(
          walk((each: FactQuery) => reader.facts(each), query).map(({ seq }) => seq),
          inAskedOrder(expected, query).map(({ seq }) => seq),
        );
      }),
      { numRuns: 150 },
    );
  });
});

test('the pages of lines together are exactly what fits, each once and in order, whatever is asked for', async () => {
  const queries = fc.record({
    ...place,
    levels: some('error', 'info', 'trace'),
    sources: some('old', 'new'),
    childId: fc.constantFrom(undefined, 'rare', 'nobody'),
    text: fc.constantFrom(undefined, '', 'NEEDLE', '0% sure_t', 'number 8', '_', '%'),
  });
  await withRows(({ reader }, _facts, lines) => {
    fc.assert(
      fc.property(queries, (asked) => {
        const query = given<LineQuery>(asked);
        const expected = lines.filter(
          (line) =>
            fits(line, query) &&
            (query.levels === undefined || query.levels.includes(line.level)) &&
            (query.sources === undefined || query.sources.includes(line.source)) &&
            line.text.toLowerCase().includes((query.text ?? '').toLowerCase()),
        );
        assert.deepEqual(
          walk((each: LineQuery) => reader.lines(each), query),
          inAskedOrder(expected, query),
        );
      }),
      { numRuns: 150 },
    );
  });
});

test('what is rare is found in one page, however far back it is', async () => {
  await withRows(({ reader }) => {
    const rare = reader.facts({ limit: 50, text: 'hat 2507' });
    assert.deepEqual([rare.items.map(({ seq }) => seq), rare.next], [[2_508], null]);
    const errors = reader.lines({ limit: 50, levels: ['error'] });
    assert.deepEqual([errors.items.map(({ seq }) => seq), errors.next], [[6_006, 3_006, 6], null]);
  });
});

test('totals of any span are those of the rows in it', async () => {
  await withRows(({ reader }, facts, lines) => {
    fc.assert(
      fc.property(times, times, (since, until) => {
        const isIn = ({ at }: { at: number }): boolean => at >= (since ?? 0) && at < (until ?? Number.MAX_SAFE_INTEGER);
        const totals = reader.totals(given({ since, until }));
        assert.deepEqual([totals.facts, totals.lines], [facts.filter(isIn).length, lines.filter(isIn).length]);
      }),
      { numRuns: 100 },
    );
  });
});

test('a page of no or of too many entries is refused', async () => {
  await using opened = await openTempStore();
  for (const limit of [0, 1_001, 1.5, Number.NaN]) {
    assert.throws(() => opened.store.reader.facts({ limit }), RangeError);
    assert.throws(() => opened.store.reader.claims({ limit }), RangeError);
  }
});
