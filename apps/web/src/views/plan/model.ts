import type { CampaignView, PlanView } from '@dropwise/contract';
import type { Wish } from '@dropwise/core';
import type { Lane } from '../../panels/day-line/lanes.ts';
import { type Zoom, zooms } from '../../panels/day-line/time-window.ts';
import { isExcluded, type ReadWish, readWish, type WishSettings } from '../../shared/wishes/wish-reading.ts';

export function zoomOf(query: URLSearchParams): Zoom {
  const asked = query.get('zoom');
  return zooms.find((zoom) => zoom === asked) ?? 'days';
}

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

/** Why there is no plan, most fundamental first; null = there is one. */
export type NoPlan = 'cannot' | 'otherMode' | 'notYet';

export function whyNoPlan(plan: PlanView | null, mode: string, can: readonly string[] | null): NoPlan | null {
  if (plan !== null) return null;
  if (can !== null && !can.includes('plan')) return 'cannot';
  return mode === 'plan' || mode === '' ? 'notYet' : 'otherMode';
}
