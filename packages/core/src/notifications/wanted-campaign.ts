import { comparableName } from '../drops/comparable-name.ts';
import { namedExclusion } from '../drops/exclusion.ts';
import type { NamedCampaign } from '../drops/named-campaign.ts';
import type { MiningSettings } from '../mining/settings.ts';
import { ownerWishOf } from '../planning/wish-of-owner.ts';

/** What of the settings says whether a campaign is wanted. */
export type WantSettings = Pick<MiningSettings, 'priority' | 'exclude' | 'wishes'>;

/** By its names alone, before its drops are known: not excluded, and a must or a want by the rules of `wishOf`. */
export function isWantedCampaign(campaign: NamedCampaign, settings: WantSettings): boolean {
  if (namedExclusion(campaign, null, settings) !== null) return false;
  const said = ownerWishOf(campaign, null, settings.wishes)?.wish;
  if (said !== undefined) return said === 'must' || said === 'want';
  if (settings.priority.length === 0) return true;
  const game = comparableName(campaign.game.name);
  return settings.priority.some((name) => comparableName(name) === game);
}
