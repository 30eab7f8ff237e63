import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadScenario } from './index.ts';

const { account, campaigns, channels, startAt, switches, watchCredit } = loadScenario('september-2026', 1);
const progress = new Map(account.progress.map((entry) => [entry.dropId, entry]));
const isLinked = (gameId: string) => account.linkedGameIds.includes(gameId);

describe('September 2026', () => {
  it('begins on 25 September with every switch of protocol 0.2 thrown', () => {
    assert.equal(new Date(startAt).toISOString(), '2026-09-25T18:00:00.000Z');
    assert.deepEqual(watchCredit, ['hls']);
    assert.deepEqual(switches, {
      deviceLoginRefusedFor: ['android'],
      nullCatalogueFor: ['tv'],
      dropEventsRefusedFor: ['tv'],
      integrityRequiredFor: ['ViewerDropsDashboard', 'DropCampaignDetails', 'DropsPage_ClaimDropRewards'],
    });
  });

  it('has two active campaigns in progress', () => {
    const inProgress = campaigns.filter(({ drops }) => drops.some(({ id }) => progress.has(id)));
    assert.deepEqual(inProgress.map(({ name }) => name).sort(), ['Marathon Server Slam', 'Prime Time #472']);
    assert.ok(inProgress.every((campaign) => campaign.startAt <= startAt && startAt < campaign.endAt));
  });

  it('has one met drop that waits for its claim', () => {
    const drops = campaigns.flatMap((campaign) => campaign.drops);
    const waiting = drops.filter((drop) => {
      const entry = progress.get(drop.id);
      return entry !== undefined && !entry.claimed && entry.minutes === drop.requiredMinutes;
    });
    assert.deepEqual(
      waiting.map(({ benefits }) => benefits[0]?.name),
      ['Rare Syndicate Medallion'],
    );
  });

  it('has a linked, active, open campaign without progress whose game somebody plays', () => {
    const unseen = campaigns.filter(
      (campaign) =>
        isLinked(campaign.gameId) &&
        campaign.startAt <= startAt &&
        campaign.allowedChannelIds === null &&
        !campaign.drops.some(({ id }) => progress.has(id)) &&
        channels.some(({ gameId, schedule }) => gameId === campaign.gameId && schedule.kind === 'always'),
    );
    assert.deepEqual(
      unseen.map(({ name }) => name),
      ['Marathon Chat Badges', 'Spring Token Store #3'],
    );
  });

  it('has twenty channels', () => {
    assert.equal(channels.length, 20);
  });
});
