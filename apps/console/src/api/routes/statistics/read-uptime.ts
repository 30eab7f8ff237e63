import type { ChildView, StoredFact } from '@dropwise/contract';
import type { FactQuery, StoreReader } from '@dropwise/store';
import { readPages } from '../read-pages.ts';
import { lifeKinds, type Uptime, uptimeOf } from './uptime.ts';

/** Facts of a child's life that are looked at, newest first: more of them are deaths by the hundred. */
const maxLifeFacts = 5_000;

export interface ReadUptime extends Uptime {
  readonly truncated: boolean;
}

/** When a child was up between `since` and `until`, from the facts of its life and of the console's. */
export function readUptime(
  reader: Pick<StoreReader, 'facts'>,
  child: ChildView,
  range: { readonly since: number; readonly until: number },
): ReadUptime {
  const own = readLife(reader, { childId: child.id, kinds: lifeKinds, ...range });
  const consoles = readLife(reader, { childId: 'console', kinds: ['consoleStarted'], ...range });
  const truncated = own.truncated || consoles.truncated;
  const facts = [...own.facts, ...consoles.facts].sort((a, b) => a.seq - b.seq);
  const uptime = uptimeOf({
    facts: facts.length === 0 ? startedNow(child, range.since) : facts,
    ...range,
    upAtFirst: truncated ? null : stateBefore(reader, child.id, range.since),
    lastSignBefore: ({ seq }) => reader.facts({ childId: child.id, before: seq, limit: 1 }).items[0]?.at ?? 0,
  });
  return { ...uptime, truncated };
}

function readLife(reader: Pick<StoreReader, 'facts'>, query: Omit<FactQuery, 'limit'>) {
  const pages = readPages((page: FactQuery) => reader.facts(page), query, maxLifeFacts);
  const facts = [...pages].flat().reverse();
  return { facts, truncated: facts.length >= maxLifeFacts };
}

/** Null = nothing is known of the time before. */
function stateBefore(reader: Pick<StoreReader, 'facts'>, childId: string, since: number): boolean | null {
  const [last] = reader.facts({ childId, kinds: lifeKinds, until: since, limit: 1 }).items;
  if (last === undefined) return null;
  return last.fact.kind === 'childStarted' || last.fact.kind === 'childBecameReady';
}

/** A child whose start has not been stored, or was forgotten: its process says when it began. */
function startedNow({ id, startedAt, pid }: ChildView, since: number): readonly StoredFact[] {
  if (startedAt === null) return [];
  const fact = { kind: 'childStarted', pid: pid ?? 0, attempt: 0 } as const;
  return [{ seq: 0, at: Math.max(startedAt, since), childId: id, fact }];
}
