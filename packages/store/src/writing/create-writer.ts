import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import type { SampleTable } from '../schema/sample.ts';
import type { StoreWriter } from '../store.ts';
import { createFactAdder } from './add-facts.ts';
import { createLineAdder } from './add-lines.ts';
import type { IdCache } from './id-cache.ts';

export interface WriterOptions {
  readonly connection: Connection;
  readonly dayOf: (atMs: number) => string;
  readonly subjects: IdCache;
  readonly origins: IdCache;
}

export function createWriter({ connection, dayOf, subjects, origins }: WriterOptions): StoreWriter {
  const addFacts = createFactAdder(connection, subjects, dayOf);
  const addLines = createLineAdder(connection, origins);
  const addSample = sampleInserter(connection);
  const transaction = <Result>(work: () => Result): Result => {
    try {
      return connection.transaction(work);
    } catch (error) {
      // They may hold numbers of rows that were undone.
      subjects.clear();
      origins.clear();
      throw error;
    }
  };
  return {
    addFacts: (facts) => (facts.length === 0 ? [] : transaction(() => addFacts(facts))),
    addLines: (lines) => (lines.length === 0 ? [] : transaction(() => addLines(lines))),
    addSamples: (samples) =>
      transaction(() => {
        for (const { childId, at, cpuPercent, rssBytes } of samples) {
          addSample({
            child_id: childId,
            at: Math.trunc(at),
            cpu_percent: cpuPercent,
            rss_bytes: Math.round(rssBytes),
          });
        }
      }),
    ...createRecordWriter(connection, transaction),
  };
}

function sampleInserter(connection: Connection): (row: SampleTable) => void {
  return connection.inserter<SampleTable, 'samples'>('samples', ['child_id', 'at', 'cpu_percent', 'rss_bytes'], (row) =>
    row.onConflict((conflict) =>
      conflict.columns(['child_id', 'at']).doUpdateSet({
        cpu_percent: (eb) => eb.ref('excluded.cpu_percent'),
        rss_bytes: (eb) => eb.ref('excluded.rss_bytes'),
      }),
    ),
  );
}

/** What is written seldom: audit, settings, deliveries. */
function createRecordWriter(
  connection: Connection,
  transaction: <Result>(work: () => Result) => Result,
): Pick<StoreWriter, 'addAudit' | 'addSettings' | 'addDelivery' | 'noteDelivery'> {
  return {
    addAudit: ({ at, whoKind, whoName, address, action, target, before, after }) => {
      const row = { who_kind: whoKind, who_name: whoName, address, action, target };
      const insert = query
        .insertInto('audit')
        .values({ at, ...row, before: JSON.stringify(before ?? null), after: JSON.stringify(after ?? null) });
      transaction(() => connection.run(insert));
    },
    addSettings: ({ at, by, values }) => {
      const insert = query.insertInto('settings_records').values({ at, by, values: JSON.stringify(values) });
      transaction(() => connection.run(insert));
    },
    addDelivery: ({ at, channelId, rule, title, text }) => {
      const insert = query
        .insertInto('deliveries')
        .values({
          at,
          channel_id: channelId,
          rule,
          title,
          text,
          state: 'waiting',
          attempts: 0,
          last_attempt_at: null,
          detail: '',
        })
        .returning('id');
      const [row] = transaction(() => connection.all(insert));
      if (row === undefined) throw new Error('Expected a delivery to get a number, found that it has none.');
      return row.id;
    },
    noteDelivery: (id, { at, state, detail }) => {
      const update = query
        .updateTable('deliveries')
        .set((eb) => ({ state, detail, last_attempt_at: at, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id);
      transaction(() => connection.run(update));
    },
  };
}
