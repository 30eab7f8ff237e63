import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { firstInventedNumber } from './cut.ts';
import { loadScenario } from './index.ts';

const weeksMs = 28 * 24 * 3_600_000;

for (const seed of [1, 2, 3]) {
  describe(`the real weeks, seed ${seed}`, () => {
    const { account, campaigns, channels, games, startAt } = loadScenario('real-weeks', seed);

    it('has at least 600 campaigns of 100 games that overlap four weeks', () => {
      assert.ok(campaigns.length >= 600, `found ${campaigns.length}`);
      assert.equal(games.length, 100);
      assert.ok(campaigns.every((campaign) => campaign.endAt > startAt && campaign.startAt < startAt + weeksMs));
    });

    it('has forty linked games, among them most campaigns', () => {
      assert.equal(account.linkedGameIds.length, 40);
      const linked = campaigns.filter(({ gameId }) => account.linkedGameIds.includes(gameId)).length;
      assert.ok(linked > campaigns.length / 2, `found ${linked} of ${campaigns.length}`);
    });

    it('has at most 20 channels on a list and at most 1,500 in all', () => {
      assert.ok(channels.length <= 1_500, `found ${channels.length}`);
      assert.ok(campaigns.every(({ allowedChannelIds }) => (allowedChannelIds?.length ?? 0) <= 20));
    });

    it('has 3 to 12 invented channels in the directory of every open campaign', () => {
      for (const { gameId, name } of campaigns.filter(({ allowedChannelIds }) => allowedChannelIds === null)) {
        const count = channels.filter(
          (channel) => channel.gameId === gameId && Number(channel.id) >= firstInventedNumber,
        ).length;
        assert.ok(count >= 3 && count <= 12, `${name} has ${count}`);
      }
    });

    it('lists most campaigns ahead and some only after their start', () => {
      const ahead = campaigns.filter((campaign) => campaign.listedAt < campaign.startAt).length / campaigns.length;
      assert.ok(ahead > 0.6 && ahead < 0.75, `found ${ahead}`);
    });

    it('gives about one of ten multi-drop campaigns a chain', () => {
      const several = campaigns.filter(({ drops }) => drops.length > 1);
      const chained = several.filter(({ drops }) => drops.some(({ preconditionIds }) => preconditionIds.length > 0));
      const share = chained.length / several.length;
      assert.ok(share > 0.05 && share < 0.15, `found ${chained.length} of ${several.length}`);
    });

    it('keeps drops by subscription only', () => {
      const drops = campaigns.flatMap((campaign) => campaign.drops);
      assert.ok(drops.some((drop) => drop.requiredMinutes === 0 && drop.requiredSubs > 0));
    });
  });
}

it('the shipped cuts are below 300 kB together', () => {
  const folder = new URL('./cuts/', import.meta.url);
  const sizeBytes = readdirSync(folder).reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0);
  assert.ok(sizeBytes > 0 && sizeBytes < 300_000, `found ${sizeBytes}`);
});
