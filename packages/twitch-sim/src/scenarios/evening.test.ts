import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadScenario, type Scenario, type ScenarioDrop } from './index.ts';

const minuteMs = 60_000;
const evening = loadScenario('evening', 1);
const drops = evening.campaigns.flatMap((campaign) => campaign.drops);

describe('the evening', () => {
  it('begins on a Friday at 18:00 UTC', () => {
    const start = new Date(evening.startAt);
    assert.deepEqual([start.getUTCDay(), start.toISOString().slice(11)], [5, '18:00:00.000Z']);
  });

  it('has 25 channels, a handful of them live', () => {
    assert.equal(evening.channels.length, 25);
    const live = evening.channels.filter((channel) => isLive(channel, evening.startAt)).length;
    assert.ok(live >= 5 && live <= 12, `found ${live} live`);
  });

  it('asks for 5 to 20 minutes a drop', () => {
    const minutes = drops.filter((drop) => drop.requiredMinutes > 0).map((drop) => drop.requiredMinutes);
    assert.deepEqual([Math.min(...minutes), Math.max(...minutes)], [5, 20]);
    assert.ok(drops.length >= 8);
  });

  it('has a chain of three, a badge, a drop by subscription and campaigns with and without an allow list', () => {
    assert.equal(Math.max(...drops.map((drop) => chainLength(drop))), 3);
    assert.ok(drops.some((drop) => drop.benefits.some(({ distributionType }) => distributionType === 'BADGE')));
    assert.ok(drops.some((drop) => drop.requiredMinutes === 0 && drop.requiredSubs === 1));
    assert.ok(evening.campaigns.some((campaign) => campaign.allowedChannelIds !== null));
    assert.ok(evening.campaigns.some((campaign) => campaign.allowedChannelIds === null));
  });

  it('has one game that is not linked', () => {
    const unlinked = evening.games.filter(({ id }) => !evening.account.linkedGameIds.includes(id));
    assert.deepEqual(
      unlinked.map(({ name }) => name),
      ['ARC Raiders'],
    );
  });

  it('has one campaign that is listed already and starts during the evening', () => {
    const upcoming = evening.campaigns.filter((campaign) => campaign.startAt > evening.startAt);
    assert.deepEqual(
      upcoming.map(({ name }) => name),
      ['Devstream #193'],
    );
    assert.ok(
      upcoming.every(
        ({ listedAt, startAt }) => listedAt < evening.startAt && startAt < evening.startAt + 180 * minuteMs,
      ),
    );
  });

  it('has one campaign that is over, with a met drop that may still be claimed', () => {
    const [ended, ...others] = evening.campaigns.filter((campaign) => campaign.endAt <= evening.startAt);
    assert.equal(others.length, 0);
    assert.ok(ended !== undefined && ended.endAt + 24 * 60 * minuteMs > evening.startAt + 6 * 60 * minuteMs);
    const [drop] = ended.drops;
    assert.deepEqual(evening.account.progress, [{ dropId: drop?.id, minutes: drop?.requiredMinutes, claimed: false }]);
  });

  for (const seed of [1, 2, 3]) {
    it(`gives a viewer who chooses well three drops in 25 minutes and six in 90, seed ${seed}`, () => {
      const claimedAt = watchWell(loadScenario('evening', seed), 90);
      assert.ok(claimedAt.filter((minute) => minute <= 25).length >= 3, `claimed at ${claimedAt}`);
      assert.ok(claimedAt.length >= 6, `claimed at ${claimedAt}`);
    });
  }
});

/**
 * The minutes at which a careful viewer claims: each minute the linked campaign that ends first and has somebody
 * live, a minute lost for every claim and every change of campaign. Drops that were met before do not count.
 */
function watchWell(scenario: Scenario, limitMinutes: number): number[] {
  const minutes = new Map<string, number>();
  const claimed = new Set<string>();
  const claimedAt: number[] = [];
  let watched = '';
  for (let minute = 1; minute <= limitMinutes; minute++) {
    const [campaign] = earnableCampaigns(scenario, scenario.startAt + minute * minuteMs, claimed);
    if (campaign === undefined) continue;
    if (campaign.id !== watched) {
      watched = campaign.id;
      continue;
    }
    for (const drop of campaign.drops.filter((candidate) => isEarnable(candidate, claimed))) {
      minutes.set(drop.id, (minutes.get(drop.id) ?? 0) + 1);
      if (minutes.get(drop.id) !== drop.requiredMinutes) continue;
      claimed.add(drop.id);
      claimedAt.push(minute);
      watched = '';
    }
  }
  return claimedAt;
}

function earnableCampaigns(
  scenario: Scenario,
  now: number,
  claimed: ReadonlySet<string>,
): Scenario['campaigns'][number][] {
  return scenario.campaigns
    .filter((campaign) => campaign.startAt <= now && now < campaign.endAt)
    .filter((campaign) => scenario.account.linkedGameIds.includes(campaign.gameId))
    .filter((campaign) => campaign.drops.some((drop) => isEarnable(drop, claimed)))
    .filter(({ gameId, allowedChannelIds }) =>
      scenario.channels.some(
        (channel) =>
          channel.gameId === gameId && (allowedChannelIds?.includes(channel.id) ?? true) && isLive(channel, now),
      ),
    )
    .sort((a, b) => a.endAt - b.endAt);
}

function isEarnable(drop: ScenarioDrop, claimed: ReadonlySet<string>): boolean {
  return drop.requiredMinutes > 0 && !claimed.has(drop.id) && drop.preconditionIds.every((id) => claimed.has(id));
}

function isLive({ schedule }: Scenario['channels'][number], now: number): boolean {
  if (schedule.kind === 'windows') return schedule.windows.some(({ from, to }) => from <= now && now < to);
  return schedule.kind === 'always';
}

function chainLength(drop: ScenarioDrop): number {
  const before = drops.filter(({ id }) => drop.preconditionIds.includes(id));
  return 1 + Math.max(0, ...before.map((earlier) => chainLength(earlier)));
}
