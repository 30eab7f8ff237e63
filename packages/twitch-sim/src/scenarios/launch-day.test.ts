import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadScenario, type Scenario } from './index.ts';

for (const seed of [1, 2, 3]) {
  describe(`the launch day, seed ${seed}`, () => {
    const { account, campaigns, channels, games, startAt } = loadScenario('launch-day', seed);

    it('has sixty campaigns of 45 games, all active for the first six hours', () => {
      assert.equal(campaigns.length, 60);
      assert.equal(games.length, 45);
      assert.ok(campaigns.every((campaign) => campaign.startAt <= startAt && campaign.endAt > startAt + 6 * 3_600_000));
    });

    it('has an allow list on six of ten campaigns', () => {
      assert.equal(campaigns.filter(({ allowedChannelIds }) => allowedChannelIds !== null).length, 36);
    });

    it('has all campaigns but three ready to be mined', () => {
      const eligible = campaigns.filter(
        ({ gameId, drops }) => account.linkedGameIds.includes(gameId) && drops.some((drop) => drop.requiredMinutes > 0),
      );
      assert.ok(eligible.length >= 57, `found ${eligible.length}`);
    });

    it('has 400 channels, at least 250 of them live', () => {
      assert.equal(channels.length, 400);
      const live = channels.filter((channel) => isLive(channel, startAt)).length;
      assert.ok(live >= 250, `found ${live}`);
    });

    it('has 5 to 20 live channels in the directory of every open campaign', () => {
      const listed = new Set(campaigns.flatMap(({ allowedChannelIds }) => allowedChannelIds ?? []));
      for (const { gameId, name } of campaigns.filter(({ allowedChannelIds }) => allowedChannelIds === null)) {
        const directory = channels.filter((channel) => channel.gameId === gameId && !listed.has(channel.id));
        const live = directory.filter((channel) => isLive(channel, startAt)).length;
        assert.ok(live >= 5 && live <= 20, `${name} has ${live}`);
      }
    });
  });
}

function isLive({ schedule }: Scenario['channels'][number], now: number): boolean {
  if (schedule.kind === 'windows') return schedule.windows.some(({ from, to }) => from <= now && now < to);
  return schedule.kind === 'always';
}
