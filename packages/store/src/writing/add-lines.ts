import type { LogLine, StoredLine } from '@dropwise/contract';
import type { Connection } from '../connection.ts';
import { query } from '../query-builder.ts';
import { createHourTally } from './hour-tally.ts';
import type { IdCache } from './id-cache.ts';

/** Within a transaction of the caller's. */
export function createLineAdder(
  connection: Connection,
  origins: IdCache,
): (lines: readonly LogLine[]) => readonly StoredLine[] {
  const insert = connection.inserter<{ at: number; origin_id: number; text: string }, 'lines'>('lines', [
    'at',
    'origin_id',
    'text',
  ]);
  const tally = createHourTally(connection, 'lines');
  const originIdOf = createOriginIds(connection, origins);
  return (lines) => {
    const stored = lines.map((line): StoredLine => {
      const at = Math.trunc(line.at);
      const seq = insert({ at, origin_id: originIdOf(line), text: line.text });
      if (seq === null) throw new Error('Expected a line to get a number, found that it has none.');
      return { seq, at, childId: line.childId, level: line.level, source: line.source, text: line.text };
    });
    tally(stored);
    return stored;
  };
}

type Origin = Pick<LogLine, 'childId' | 'level' | 'source'>;

function createOriginIds(connection: Connection, cache: IdCache): (origin: Origin) => number {
  const insert = connection.inserter<{ child_id: string; level: string; source: string }, 'line_origins'>(
    'line_origins',
    ['child_id', 'level', 'source'],
  );
  const read = ({ childId, level, source }: Origin): number => {
    const found = connection.get(
      query
        .selectFrom('line_origins')
        .select('id')
        .where('child_id', '=', childId)
        .where('level', '=', level)
        .where('source', '=', source),
    );
    const id = found?.id ?? insert({ child_id: childId, level, source });
    if (id === null) throw new Error('Expected an origin that is not there to be added, found that it was not.');
    return id;
  };
  return (origin) => cache.find([origin.childId, origin.level, origin.source], () => read(origin));
}
