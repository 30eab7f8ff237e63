import type { ClaimTable } from '../schema/claim.ts';
import { foldText, joinNames } from './names-of.ts';
import type { PlacedFact } from './placed-fact.ts';

/**
 * The claim that a fact tells of. The same drop is told by its claiming and by the inventory again: its id tells them for one.
 * A miner that knows no id names the drop: the same names on the same day are one claim.
 */
export function claimOf({ seq, at, childId, fact }: PlacedFact, dayOf: (atMs: number) => string): ClaimTable | null {
  if (fact.kind !== 'dropClaimed') return null;
  const { dropId, dropName, campaignId, campaignName, gameName } = fact;
  const benefits = (fact.benefitNames ?? []).filter((name) => typeof name === 'string');
  const names = [dropName, campaignName, gameName, ...benefits];
  return {
    seq,
    at,
    child_id: childId,
    identity: dropId === null ? namedIdentity(names, seq, dayOf(at)) : `id ${dropId}`,
    drop_id: dropId,
    drop_name: dropName ?? benefits[0] ?? '',
    campaign_id: campaignId,
    campaign_name: campaignName,
    game_name: gameName,
    benefit_names: JSON.stringify(benefits),
    names: joinNames(names),
  };
}

/** A claim of which nothing is known is one of its own: none is lost. */
function namedIdentity(names: readonly (string | null)[], seq: number, day: string): string {
  if (names.every((name) => name === null)) return `fact ${seq}`;
  return `name ${day} ${JSON.stringify(names.map((name) => (name === null ? null : foldText(name))))}`;
}
