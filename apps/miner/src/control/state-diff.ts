import type { PatchedMap, PatchedRecord, StatePatch } from '@dropwise/contract/miner-ipc';
import type { MinerState } from '@dropwise/core';
import { maskTexts } from './mask-texts.ts';

type Changed = { -readonly [Key in keyof StatePatch['changed']]: MinerState[Key] };

const patchedRecords: readonly string[] = ['campaigns', 'channels', 'sightings'] satisfies readonly PatchedRecord[];
/** Texts of others end up in these: answers, errors, names of hosts. */
const untrusted: readonly string[] = ['conditions', 'quarantine'] satisfies readonly (keyof MinerState)[];

/**
 * What of the state is another object than before; `before` null = everything. Null = nothing is. The state is never
 * changed in place, so that identity tells.
 */
export function diffState(before: MinerState | null, after: MinerState): StatePatch | null {
  if (before === after) return null;
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof MinerState)[]) {
    if (patchedRecords.includes(key) || before?.[key] === after[key]) continue;
    changed[key] = untrusted.includes(key) ? maskTexts(after[key]) : after[key];
  }
  const campaigns = diffRecord(before?.campaigns, after.campaigns);
  const channels = diffRecord(before?.channels, after.channels);
  const sightings = diffRecord(before?.sightings.channels, after.sightings.channels);
  const isSame = Object.keys(changed).length === 0 && [campaigns, channels, sightings].every(isEmpty);
  return isSame ? null : { changed: changed as Changed, campaigns, channels, sightings };
}

type Entries<Item> = Readonly<Record<string, Item>>;

const nothing: PatchedMap<never> = { set: {}, removedIds: [] };

function diffRecord<Item>(before: Entries<Item> | undefined, after: Entries<Item>): PatchedMap<Item> {
  if (before === after) return nothing;
  const set: Record<string, Item> = {};
  for (const [id, item] of Object.entries(after)) {
    if (before === undefined || !Object.hasOwn(before, id) || before[id] !== item) set[id] = item;
  }
  const removedIds = before === undefined ? [] : Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  return { set, removedIds };
}

function isEmpty({ set, removedIds }: PatchedMap<unknown>): boolean {
  return removedIds.length === 0 && Object.keys(set).length === 0;
}
