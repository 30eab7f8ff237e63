import type { SightingTable } from '../schema/sighting.ts';
import type { PlacedFact } from './placed-fact.ts';

/** Who was seen to go live or offline; nobody who has no name. */
export function sightingOf({ seq, at, fact }: PlacedFact): SightingTable | null {
  if (fact.kind !== 'channelWentLive' && fact.kind !== 'channelWentOffline') return null;
  if (fact.login === null) return null;
  const live = fact.kind === 'channelWentLive';
  return { seq, at, channel_id: fact.channelId, login: fact.login, live: live ? 1 : 0, game: live ? fact.game : null };
}
