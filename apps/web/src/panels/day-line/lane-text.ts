import { i18n, t } from '../../i18n/i18n.svelte.ts';
import { namesText } from '../../shared/names-text.ts';
import { whyNotText } from '../../shared/reason-text.ts';
import { spanText, whenText } from '../../shared/when-text.ts';
import type { LaneWish } from './lane-wish.ts';
import { laneWords } from './lane-words.ts';
import type { Lane } from './lanes.ts';

/** What becomes of a lane's drops, a phrase each. */
export function lanePhrases(lane: Lane, now: number): readonly string[] {
  const phrases = laneWords(lane).map(({ key, count, at, names }) =>
    t(key, { count, time: at === null ? '' : whenText(at, now), names: namesText(names) }),
  );
  if (phrases.length > 0) return phrases;
  return lane.whyNot === null ? [] : [whyNotText(lane.whyNot)];
}

/** The picture of a lane in words. */
export function laneLabel(lane: Lane, now: number): string {
  const maxSpans = 3;
  const spans = lane.slots.slice(0, maxSpans).map(({ startsAt, endsAt }) => spanText(startsAt, endsAt));
  const planned =
    spans.length === 0
      ? t('plan.lane.unplanned')
      : t('plan.lane.planned', { spans: i18n.list(spans), more: lane.slots.length - spans.length });
  return [planned, t('plan.endsAt', { time: whenText(lane.endsAt, now) })].join(' ');
}

/** What the four wishes do not show; empty = nothing. */
export function laneWishNote({ excluded, differs }: LaneWish): string {
  if (excluded) return t('plan.wish.excluded');
  return differs ? t('plan.wish.differs') : '';
}
