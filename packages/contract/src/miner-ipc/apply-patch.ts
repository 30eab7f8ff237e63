import type { MinerState } from '@dropwise/core';
import type { PatchedMap, StatePatch } from './from-miner.ts';

/** The miner's state after a patch; what the patch does not speak of stays the same object. `before` null = none came yet. */
export function applyPatch(before: MinerState | null, patch: StatePatch): MinerState {
  const { changed, campaigns, channels, sightings } = patch;
  const sighted = patchRecord(before?.sightings.channels ?? {}, sightings);
  const whole = {
    ...before,
    ...changed,
    campaigns: patchRecord(before?.campaigns ?? {}, campaigns),
    channels: patchRecord(before?.channels ?? {}, channels),
    sightings: before !== null && sighted === before.sightings.channels ? before.sightings : { channels: sighted },
  };
  // The first patch of a life has every other part.
  return whole as MinerState;
}

function patchRecord<Item>(
  before: Readonly<Record<string, Item>>,
  patch: PatchedMap<Item>,
): Readonly<Record<string, Item>> {
  const { set, removedIds } = patch;
  if (removedIds.length === 0 && Object.keys(set).length === 0) return before;
  const after = { ...before, ...set };
  for (const id of removedIds) delete after[id];
  return after;
}
