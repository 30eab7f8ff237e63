import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bestCampaignOn,
  type Campaign,
  type Channel,
  type ChoiceContext,
  chooseChannel,
  defaultSettings,
  type MiningSettings,
  miningSettingsOf,
  rankGames,
} from '@dropwise/core';
import { broadcastId, channelId, type GameId } from '@dropwise/kit';
import { coreCampaignOf, withWatched } from './plan-campaign.ts';
import { createRankMode, type RankModeName, rankModeNames } from './rank-mode.ts';
import { type Moment, replay } from './replay.ts';
import { randomTrace } from './testing/build-trace.ts';
import { createWorld, isWatchable, type World, type WorldCampaign } from './world.ts';

const shape = { campaigns: 24, games: 6, hours: 72, mostSteps: 40 };

for (const name of rankModeNames) {
  test(`${name} picks what the miner picks`, () => {
    let picks = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const world = createWorld(randomTrace(shape, seed), 'all', seed);
      const mode = createRankMode(name, world, seed);
      replay(world, (moment) => {
        const picked = mode(moment);
        if (moment.minute % 45 !== 0) return picked;
        assert.equal(picked?.id, pickOfMiner(name, world, seed, moment)?.id, `seed ${seed}, minute ${moment.minute}`);
        if (picked !== null) picks++;
        return picked;
      });
    }
    assert.ok(picks > 200, `only ${picks} picks were compared`);
  });
}

/** The miner's own functions on channels that serve exactly what can be watched: one a game, alike in all else. */
function pickOfMiner(name: RankModeName, world: World, seed: number, moment: Moment): Campaign | null {
  const settings = settingsOf(name, world, seed);
  const now = world.startsAt + moment.minute * 60_000;
  const campaigns = moment.known.map((campaign) => coreCampaignAt(world, campaign, moment));
  const wantedGameIds = rankGames(campaigns, settings, now);
  const context: ChoiceContext = { now, settings, campaigns, wantedGameIds, order: null };
  const gameIds = [...new Set(campaigns.map(({ game }) => game.id))];
  const channels = gameIds.map((id) => channelOf(id, campaigns));
  const choice = chooseChannel(channels, null, context);
  return choice === null ? null : bestCampaignOn(choice.channel, context);
}

/** The game's channel is on the allow list when one of the campaign's own channels is live. */
function coreCampaignAt(world: World, source: WorldCampaign, { minute, watchedMinutes }: Moment): Campaign {
  const campaign = withWatched(coreCampaignOf(world, source), watchedMinutes[source.index] ?? 0);
  if (source.liveChannels === null) return campaign;
  const id = isWatchable(source, minute) ? channelId(campaign.game.id) : channelId('offline');
  return { ...campaign, allowList: [{ id, login: id }] };
}

function channelOf(gameId: GameId, campaigns: readonly Campaign[]): Channel {
  const game = campaigns.find((campaign) => campaign.game.id === gameId)?.game ?? null;
  return {
    id: channelId(gameId),
    login: gameId,
    displayName: gameId,
    stream: { broadcastId: broadcastId('1'), game, viewers: 100, title: '' },
    allowListed: false,
    availableCampaignIds: null,
    doubtfulUntil: 0,
  };
}

function settingsOf(mode: RankModeName, world: World, seed: number): MiningSettings {
  const priority = mode === 'priority_only' ? world.gameIds : [];
  return { ...miningSettingsOf(defaultSettings()), mode, seed, priority };
}
