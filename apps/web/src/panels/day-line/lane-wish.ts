import type { CampaignView } from '@dropwise/contract';
import type { Wish } from '@dropwise/core';
import { isExcluded, type ReadWish, readWish, type WishSettings } from '../../shared/wishes/wish-reading.ts';
import type { Lane } from './lanes.ts';

/** A lane's wish: what is said of its campaign; where that is silent or says never, the most that one of its drops has. */
export interface LaneWish extends ReadWish {
  readonly own: boolean;
  /** Its drops are not all wanted alike. */
  readonly differs: boolean;
}

const order: readonly Wish[] = ['must', 'want', 'fill', 'never'];

export function laneWishOf(
  lane: Pick<Lane, 'id' | 'name' | 'game'>,
  campaign: CampaignView | undefined,
  settings: WishSettings,
): LaneWish {
  const said = readWish(campaign ?? lane, null, settings);
  const drops = (campaign?.drops ?? [])
    .filter(({ claim, whyNot }) => claim === 'unclaimed' && !isExcluded(whyNot?.code))
    .map((drop) => readWish(campaign ?? lane, drop, settings).wish);
  const most = order.find((wish) => drops.includes(wish)) ?? said.wish;
  return {
    ...said,
    wish: said.excluded ? said.wish : most,
    own: said.of === 'campaign',
    differs: drops.some((wish) => wish !== most),
  };
}

interface KeptWish {
  readonly campaign: CampaignView | undefined;
  readonly settings: WishSettings;
  readonly wish: LaneWish;
}

/** Lanes are asked for their wishes several times whenever one is drawn; worked out is what has changed. */
export function createLaneWishReader(): typeof laneWishOf {
  const kept = new WeakMap<object, KeptWish>();
  return (lane, campaign, settings) => {
    const known = kept.get(lane);
    if (known !== undefined && known.campaign === campaign && known.settings === settings) return known.wish;
    const wish = laneWishOf(lane, campaign, settings);
    kept.set(lane, { campaign, settings, wish });
    return wish;
  };
}
