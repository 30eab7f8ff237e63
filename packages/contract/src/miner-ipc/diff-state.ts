import type { MinerState } from '@dropwise/core';
import type { PatchedMap, PatchedRecord, StatePatch } from './from-miner.ts';

const patchedRecords: readonly string[] = ['campaigns', 'channels', 'sightings'] satisfies readonly PatchedRecord[];

/**
 * What of the state is another object than before; `before` null = everything. Null = nothing is. The state is never
 * changed in place, so that identity tells.
 */
export function diffState(before: MinerState | null, after: MinerState): StatePatch | null {
  if (before === after) return null;
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof MinerState)[]) {
    if (patchedRecords.includes(key) || before?.[key] === after[key]) continue;
    changed[key] = after[key];
  }
  const campaigns = diffRecord(before?.campaigns, after.campaigns);
  const channels = diffRecord(before?.channels, after.channels);
  const sightings = diffRecord(before?.sightings.channels, after.sightings.channels);
  const isSame = Object.keys(changed).length === 0 && [campaigns, channels, sightings].every(isEmpty);
  return isSame ? null : { changed: changed as StatePatch['changed'], campaigns, channels, sightings };
}

type Entries<Item> = Readonly<Record<string, Item>>;

const nothing: PatchedMap<never> = { set: {}, removedIds: [] };

function diffRecord<Item>(before: Entries<Item> | undefined, after: Entries<Item>): PatchedMap<Item> {
  if (before === after) return nothing;
  const isNew = ([id, item]: readonly [string, Item]): boolean =>
    before === undefined || !Object.hasOwn(before, id) || before[id] !== item;
  // An id is whatever Twitch says: `__proto__` is one too.
  const set = Object.fromEntries(Object.entries(after).filter(isNew));
  const removedIds = before === undefined ? [] : Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  return { set, removedIds };
}

function isEmpty({ set, removedIds }: PatchedMap<unknown>): boolean {
  return removedIds.length === 0 && Object.keys(set).length === 0;
}
