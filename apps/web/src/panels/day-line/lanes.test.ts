import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CampaignView, PlanView, StatusView } from '@dropwise/contract';
import { buildCampaign, buildDrop, buildForecast, buildPlan, hourMs, noon } from '../../shared/testing/build-views.ts';
import { laneWords } from './lane-words.ts';
import { createLaneReader, groupLanes, type Lane } from './lanes.ts';

type Slot = PlanView['slots'][number];

function slotOf(campaign: CampaignView, fromHour: number, finishes: Slot['finishes'] = []): Slot {
  const startsAt = noon + fromHour * hourMs;
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    game: campaign.game,
    startsAt,
    endsAt: startsAt + hourMs,
    finishes,
  };
}

function lanes(plan: Partial<PlanView>, campaigns: readonly CampaignView[], watching: StatusView['watching'] = null) {
  return createLaneReader()({
    plan: buildPlan(plan),
    campaigns: Object.fromEntries(campaigns.map((each) => [each.id, each])),
    watching,
  });
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => buildCampaign(id)) as [
  CampaignView,
  CampaignView,
  CampaignView,
  CampaignView,
];
const dropOf = (campaign: CampaignView) => campaign.drops[0] ?? buildDrop('none');

describe('lanes', () => {
  it('lie in the order in which the plan comes to them, then what waits, then what is given up, then the rest', () => {
    const found = lanes(
      {
        slots: [slotOf(b, 1), slotOf(a, 2), slotOf(b, 3)],
        forecasts: [
          buildForecast(a, dropOf(a)),
          buildForecast(b, dropOf(b)),
          buildForecast(c, dropOf(c), { kind: 'givenUp' }),
          buildForecast(d, dropOf(d), { kind: 'atRisk', finishesAt: null }),
        ],
      },
      [buildCampaign('e'), a, b, c, d],
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      ['b', 'a', 'd', 'c', 'e'],
    );
    assert.deepEqual(
      found.map(({ standing }) => standing),
      ['planned', 'planned', 'waits', 'givenUp', 'impossible'],
    );
    assert.equal(found[0]?.slots.length, 2);
  });
  it('are there for campaigns that the plan leaves out, unless nothing is left to earn or they lie beyond it', () => {
    const found = lanes({}, [
      a,
      buildCampaign('done', { drops: [buildDrop('x', { claim: 'claimed' })] }),
      buildCampaign('over', { state: 'expired' }),
      buildCampaign('far', { state: 'upcoming', startsAt: noon + 30 * 24 * hourMs }),
    ]);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['a'],
    );
  });
  it('are there for campaigns that only the plan knows', () => {
    const [lane] = lanes({ slots: [slotOf(a, 1)], forecasts: [buildForecast(a, dropOf(a))] }, []);
    assert.deepEqual([lane?.name, lane?.endsAt], [a.name, a.endsAt]);
  });
  it('say of a slot whether one of its drops is at risk', () => {
    const drop = dropOf(a);
    const finishes = [{ dropId: drop.id, dropName: drop.name }];
    const [lane] = lanes(
      { slots: [slotOf(a, 1, finishes), slotOf(a, 4)], forecasts: [buildForecast(a, drop, { kind: 'atRisk' })] },
      [a],
    );
    assert.deepEqual(
      lane?.slots.map(({ isAtRisk }) => isAtRisk),
      [true, false],
    );
  });
  it('show as confirmed only what Twitch confirmed since the channel was chosen', () => {
    const watching = {
      channelId: '1',
      login: 'x',
      displayName: 'x',
      game: null,
      viewers: null,
      campaignId: 'a',
      campaignName: null,
      since: noon,
      transport: null,
    };
    const past = (lastConfirmedAt: number | null) => lanes({}, [a, b], { ...watching, lastConfirmedAt })[0]?.past;
    assert.deepEqual(past(noon + hourMs), { startsAt: noon, confirmedUntil: noon + hourMs });
    assert.deepEqual(past(noon - hourMs), { startsAt: noon, confirmedUntil: noon });
    assert.deepEqual(past(null), { startsAt: noon, confirmedUntil: noon });
    assert.equal(lanes({}, [b], { ...watching, lastConfirmedAt: noon })[0]?.past, null);
  });
  it('of which nothing has changed stay the same, whatever else did', () => {
    const read = createLaneReader();
    const plan = buildPlan({ slots: [slotOf(a, 1), slotOf(b, 2)] });
    const before = read({ plan, campaigns: { a, b }, watching: null });
    const after = read({ plan, campaigns: { a, b: { ...b, name: 'Other' } }, watching: null });
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    assert.equal(after[1]?.name, 'Other');
    const replanned = read({ plan: buildPlan({ slots: [slotOf(b, 2)] }), campaigns: { b }, watching: null });
    assert.deepEqual(
      replanned.map(({ id, name }) => [id, name]),
      [['b', b.name]],
    );
  });
  it('stay the same under a new plan that says the same of them', () => {
    const read = createLaneReader();
    const slots = [slotOf(a, 1), slotOf(b, 2)];
    const before = read({ plan: buildPlan({ slots }), campaigns: { a, b }, watching: null });
    const moved = [slotOf(a, 1), slotOf(b, 3)];
    const after = read({ plan: buildPlan({ slots: moved, madeAt: noon + 1 }), campaigns: { a, b }, watching: null });
    assert.equal(after[0], before[0]);
    assert.equal(after[1]?.slots[0]?.startsAt, noon + 3 * hourMs);
  });
  it('are grouped by wish, and groups without a lane are there to be dragged into', () => {
    const groups = groupLanes(lanes({}, [a, b]), ({ id }) => (id === 'a' ? 'must' : 'never'));
    assert.deepEqual(
      groups.map(({ wish, lanes: { length } }) => [wish, length]),
      [
        ['must', 1],
        ['want', 0],
        ['fill', 0],
        ['never', 1],
      ],
    );
  });
});

describe('the words of a lane', () => {
  const lane = (...drops: Lane['drops']): Lane => ({
    id: 'a',
    name: 'A',
    game: 'G',
    boxArtUrl: null,
    startsAt: noon,
    endsAt: noon,
    slots: [],
    past: null,
    drops,
    standing: 'planned',
    whyNot: null,
  });
  const drop = (id: string, changes: Parameters<typeof buildForecast>[2]): Lane['drops'][number] => ({
    forecast: buildForecast(a, buildDrop(id), changes),
    whyNot: null,
  });
  it('count each kind, best first, with the last end and everything that time goes to', () => {
    const words = laneWords(
      lane(
        drop('1', { kind: 'givenUp', finishesAt: null, forCampaignNames: ['X', 'Y'] }),
        drop('2', { finishesAt: noon }),
        drop('3', { finishesAt: noon + hourMs }),
        drop('4', { kind: 'givenUp', finishesAt: null, forCampaignNames: ['Y', 'Z'] }),
      ),
    );
    assert.deepEqual(words, [
      { key: 'plan.lane.onTrack', count: 2, at: noon + hourMs, names: [] },
      { key: 'plan.lane.givenUp', count: 2, at: null, names: ['X', 'Y', 'Z'] },
    ]);
  });
  it('leave to the campaign’s own reason what is impossible', () => {
    assert.deepEqual(laneWords(lane(drop('1', { kind: 'impossible' }))), []);
  });
});
