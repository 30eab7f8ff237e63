import type { ChildView, StoredFact } from '@dropwise/contract';
import type { FactQuery, StoreReader } from '@dropwise/store';
import type { Fleet } from '../../../children/fleet.ts';
import { readAll, readFirst } from '../read-pages.ts';
import { lifeKinds, type Span, type Uptime, uptimeOf } from './uptime.ts';

type FactReader = Pick<StoreReader, 'facts'>;

/** Facts of a child's life that are looked at, newest first: more of them are deaths by the thousand. */
const maxLifeFacts = 5_000;
/** Starts of the console, newest first, before which the last sign of the child is looked up. */
const maxConsoleStarts = 200;

export interface ChildUptime {
  readonly child: ChildView;
  readonly uptime: Uptime;
  readonly truncated: boolean;
}

/** When each child was up in the range, from the facts of its life and of the console's. */
export async function readUptimes(
  reader: FactReader,
  fleet: Pick<Fleet, 'list'>,
  { from: since, to: until }: Span,
): Promise<readonly ChildUptime[]> {
  const range = { since, until };
  const starts = await readLife(reader, { childId: 'console', kinds: ['consoleStarted'], ...range }, maxConsoleStarts);
  const found: ChildUptime[] = [];
  for (const child of fleet.list()) {
    const own = await readLife(reader, { childId: child.id, kinds: lifeKinds, ...range }, maxLifeFacts);
    const truncated = own.truncated || starts.truncated;
    const facts = [...own.facts, ...starts.facts].sort((a, b) => a.seq - b.seq);
    const uptime = uptimeOf({
      facts: own.facts.length === 0 ? [...facts, ...startedNow(child, since)] : facts,
      ...range,
      upAtFirst: truncated ? null : await readStateBefore(reader, child.id, since),
      lastSigns: await readLastSigns(reader, child.id, starts.facts),
    });
    found.push({ child, uptime, truncated });
  }
  return found;
}

async function readLife(reader: FactReader, query: Omit<FactQuery, 'limit'>, limit: number) {
  const facts = await readAll((page: FactQuery) => reader.facts(page), query, limit);
  return { facts: facts.toReversed(), truncated: facts.length >= limit };
}

/** Null = nothing is known of the time before. */
async function readStateBefore(reader: FactReader, childId: string, since: number): Promise<boolean | null> {
  const query = { childId, kinds: lifeKinds, until: since };
  const last = await readFirst((page: FactQuery) => reader.facts(page), query);
  if (last === null) return null;
  return last.fact.kind === 'childStarted' || last.fact.kind === 'childBecameReady';
}

async function readLastSigns(reader: FactReader, childId: string, starts: readonly StoredFact[]) {
  const signs = new Map<number, number>();
  for (const { seq } of starts) {
    const last = await readFirst((page: FactQuery) => reader.facts(page), { childId, before: seq });
    if (last !== null) signs.set(seq, last.at);
  }
  return signs;
}

/** A child whose start has not been stored, or was forgotten: its process says when it began. */
function startedNow({ id, startedAt, pid }: ChildView, since: number): readonly StoredFact[] {
  if (startedAt === null) return [];
  const fact = { kind: 'childStarted', pid: pid ?? 0, attempt: 0 } as const;
  return [{ seq: Number.MAX_SAFE_INTEGER, at: Math.max(startedAt, since), childId: id, fact }];
}
