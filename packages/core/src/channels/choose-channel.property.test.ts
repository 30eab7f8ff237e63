import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaignId } from '@dropwise/kit';
import fc from 'fast-check';
import { canEarnOn } from '../drops/eligibility.ts';
import {
  buildCampaign,
  buildChannel,
  buildDrop,
  buildGame,
  buildSettings,
  buildStream,
  claimed,
  hourMs,
  noon,
} from '../drops/testing/build.ts';
import { rankGames } from '../drops/wanted-games.ts';
import { miningModes } from '../mining/settings.ts';
import { type ChoiceContext, chooseChannel, orderChannels, shouldSwitch, trimChannels } from './choose-channel.ts';

const games = [buildGame('A', '1'), buildGame('B', '2'), buildGame('Special Events', '509663')];
const channelIds = ['70001', '70002', '70003', '70004', '70005'];

const campaigns = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6'),
      game: fc.constantFrom(...games),
      linked: fc.constantFrom('linked' as const, 'unlinked' as const, 'unknown' as const),
      startHours: fc.integer({ min: -5, max: 2 }),
      endHours: fc.integer({ min: 3, max: 9 }),
      allow: fc.option(fc.subarray(channelIds, { minLength: 1 }), { nil: undefined }),
      done: fc.boolean(),
    }),
    { selector: (campaign) => campaign.id },
  )
  .map((all) =>
    all.map(({ id, startHours, endHours, allow, done, ...rest }) =>
      buildCampaign(id, {
        ...rest,
        startsAt: noon + startHours * hourMs,
        endsAt: noon + endHours * hourMs,
        drops: [buildDrop(`drop-of-${id}`, done ? { claim: claimed } : {})],
        ...(allow === undefined ? {} : { allow }),
      }),
    ),
  );

const channels = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...channelIds),
      stream: fc.option(
        fc
          .record({
            game: fc.option(fc.constantFrom(...games, buildGame('C', '3')), { nil: null }),
            viewers: fc.nat(50),
          })
          .map(buildStream),
        { nil: null },
      ),
      availableCampaignIds: fc.option(fc.subarray(['c1', 'c2', 'c3'].map(campaignId)), { nil: null }),
      doubtfulUntil: fc.constantFrom(0, noon + 1),
    }),
    { selector: (channel) => channel.id },
  )
  .map((all) => all.map(({ id, ...change }) => buildChannel(id, change)));

const world = fc
  .record({
    campaigns,
    channels,
    mode: fc.constantFrom(...miningModes),
    current: fc.option(fc.nat(4), { nil: null }),
    planned: fc.shuffledSubarray(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map(campaignId)),
    crediting: fc.option(fc.constantFrom(...['c1', 'c2', 'c3'].map(campaignId)), { nil: null }),
  })
  .map((drawn) => {
    const settings = buildSettings({ mode: drawn.mode, priority: ['B', 'A'] });
    const order = drawn.mode === 'plan' ? drawn.planned : null;
    const context: ChoiceContext = {
      now: noon,
      settings,
      campaigns: drawn.campaigns,
      wantedGameIds: rankGames(drawn.campaigns, settings, noon, order),
      order,
      creditingId: drawn.crediting,
    };
    return { context, channels: drawn.channels, current: drawn.channels[drawn.current ?? -1] ?? null };
  });

describe('whatever the campaigns and channels', () => {
  it('the chosen channel is live and earns for a wanted campaign', () => {
    fc.assert(
      fc.property(world, ({ context, channels: all, current }) => {
        const choice = chooseChannel(all, current, context);
        if (choice === null) return;
        assert.notEqual(choice.channel.stream, null);
        assert.ok(
          context.campaigns.some(
            (campaign) =>
              context.wantedGameIds.includes(campaign.game.id) &&
              canEarnOn(campaign, choice.channel, noon, context.settings),
          ),
        );
      }),
    );
  });
  it('nothing is chosen only when nothing can be earned', () => {
    fc.assert(
      fc.property(world, ({ context, channels: all, current }) => {
        if (chooseChannel(all, current, context) !== null) return;
        for (const channel of all) assert.equal(shouldSwitch(null, channel, context), false);
      }),
    );
  });
  it('the choice does not depend on the order of channels or campaigns', () => {
    fc.assert(
      fc.property(world, ({ context, channels: all, current }) => {
        const turned = { ...context, campaigns: [...context.campaigns].reverse() };
        assert.deepEqual(chooseChannel([...all].reverse(), current, turned), chooseChannel(all, current, context));
      }),
    );
  });
  it('a choice once made is kept', () => {
    fc.assert(
      fc.property(world, ({ context, channels: all, current }) => {
        const choice = chooseChannel(all, current, context);
        if (choice === null) return;
        assert.deepEqual(chooseChannel(all, choice.channel, context), { channel: choice.channel, why: 'kept' });
      }),
    );
  });
  it('ordering and trimming lose and invent no channel', () => {
    fc.assert(
      fc.property(world, ({ context, channels: all, current }) => {
        const sorted = all.map((channel) => channel.id).sort();
        assert.deepEqual(
          orderChannels(all, context)
            .map((channel) => channel.id)
            .sort(),
          sorted,
        );
        assert.deepEqual(
          trimChannels(all, context, current?.id ?? null)
            .map((channel) => channel.id)
            .sort(),
          sorted,
        );
      }),
    );
  });
});
