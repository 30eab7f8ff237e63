import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChannelSchedule, loadScenario, type Scenario, scenarioNames } from './index.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const numeric = /^[1-9][0-9]*$/;

describe('the list of scenarios', () => {
  it('names the five that the issue promises, the sample first', () => {
    assert.deepEqual(scenarioNames, ['sample', 'evening', 'launch-day', 'real-weeks', 'september-2026']);
  });

  for (const unknown of ['rush-hour', '', 'toString', '__proto__']) {
    it(`refuses ${JSON.stringify(unknown)} and says which names exist`, () => {
      assert.throws(() => loadScenario(unknown, 1), /Expected the name of a scenario \(sample, evening, .*\), found "/);
    });
  }
});

for (const name of scenarioNames) {
  describe(`the scenario ${name}`, () => {
    const scenario = loadScenario(name, 1);

    it('is the same world for the same seed', () => {
      assert.equal(loadScenario(name, 1).name, name);
      assert.deepEqual(loadScenario(name, 1), scenario);
    });

    for (const seed of [1, 2, 4_294_967_295]) {
      it(`holds together for seed ${seed}`, () => assertHoldsTogether(loadScenario(name, seed)));
    }
  });
}

for (const name of scenarioNames.filter((candidate) => candidate !== 'sample')) {
  it(`${name} is another world for another seed`, () => {
    assert.notDeepEqual(loadScenario(name, 1), loadScenario(name, 2));
  });
}

it('no two scenarios share a campaign or a drop', () => {
  const ids = scenarioNames.flatMap((name) =>
    loadScenario(name, 1).campaigns.flatMap((campaign) => [campaign.id, ...campaign.drops.map(({ id }) => id)]),
  );
  assertUnique(ids, 'id');
});

function assertHoldsTogether(scenario: Scenario): void {
  assertGames(scenario);
  assertChannels(scenario);
  assertCampaigns(scenario);
  assertDrops(scenario);
  assertAccount(scenario);
}

function assertGames({ games }: Scenario): void {
  assertUnique(
    games.map(({ id }) => id),
    'game id',
  );
  assertUnique(
    games.map(({ slug }) => slug),
    'slug',
  );
  for (const { id, name, slug } of games) {
    assert.match(id, numeric);
    assert.ok(name.length > 0, `game ${id} has a name`);
    assert.match(slug, /^[\p{Ll}\p{Lo}\p{N}_]+(-+[\p{Ll}\p{Lo}\p{N}_]+)*$/u);
  }
}

function assertChannels({ channels, games }: Scenario): void {
  const gameIds = new Set(games.map(({ id }) => id));
  assertUnique(
    channels.map(({ id }) => id),
    'channel id',
  );
  assertUnique(
    channels.map(({ login }) => login),
    'login',
  );
  for (const channel of channels) {
    assert.match(channel.id, numeric);
    assert.match(channel.login, /^[a-z0-9][a-z0-9_]{3,24}$/);
    assert.equal(channel.displayName.toLowerCase(), channel.login);
    assert.ok(gameIds.has(channel.gameId), `channel ${channel.login} plays a game of the scenario`);
    assert.ok(Number.isInteger(channel.viewers) && channel.viewers > 0, `viewers of ${channel.login}`);
    assertSchedule(channel.schedule, channel.login);
  }
}

function assertSchedule(schedule: ChannelSchedule, login: string): void {
  if (schedule.kind === 'dailyBlock') {
    assert.ok(schedule.share > 0 && schedule.share <= 1, login);
    assert.ok(schedule.minHours > 0 && schedule.minHours <= schedule.maxHours && schedule.maxHours < 24, login);
  }
  if (schedule.kind === 'windows') {
    assert.ok(schedule.windows.length > 0, `${login} that is never live is "never"`);
    let lastEndAt = 0;
    for (const { from, to } of schedule.windows) {
      assert.ok(Number.isInteger(from) && from > lastEndAt && to > from, `windows of ${login} are in order and apart`);
      lastEndAt = to;
    }
  }
}

function assertCampaigns({ campaigns, channels, games }: Scenario): void {
  const channelIds = new Set(channels.map(({ id }) => id));
  const gameIds = new Set(games.map(({ id }) => id));
  assertUnique(
    campaigns.map(({ id }) => id),
    'campaign id',
  );
  for (const campaign of campaigns) {
    assert.match(campaign.id, uuid);
    assert.equal(campaign.name, campaign.name.trim());
    assert.notEqual(campaign.name, '');
    assert.ok(gameIds.has(campaign.gameId), `${campaign.name} is of a game of the scenario`);
    assert.ok(campaign.startAt < campaign.endAt && campaign.listedAt < campaign.endAt, `times of ${campaign.name}`);
    assert.ok(Number.isInteger(campaign.listedAt), `${campaign.name} is listed at a whole millisecond`);
    const allowed = campaign.allowedChannelIds;
    if (allowed === null) continue;
    assert.ok(allowed.length > 0, `the list of ${campaign.name} is not empty`);
    assertUnique(allowed, `allowed channel of ${campaign.name}`);
    for (const id of allowed) assert.ok(channelIds.has(id), `channel ${id} of ${campaign.name} exists`);
    const players = channels.filter((channel) => allowed.includes(channel.id) && channel.gameId === campaign.gameId);
    assert.ok(players.length > 0, `somebody on the list of ${campaign.name} plays its game`);
  }
}

function assertDrops({ campaigns }: Scenario): void {
  assertUnique(
    campaigns.flatMap(({ drops }) => drops.map(({ id }) => id)),
    'drop id',
  );
  const benefitNames = new Map<string, string>();
  for (const campaign of campaigns) {
    assert.ok(campaign.drops.length > 0, `${campaign.name} has drops`);
    const before = new Map(campaign.drops.map((drop) => [drop.id, drop.preconditionIds]));
    for (const drop of campaign.drops) {
      assert.match(drop.id, uuid);
      assert.ok(
        drop.startAt >= campaign.startAt && drop.startAt < drop.endAt && drop.endAt <= campaign.endAt,
        drop.name,
      );
      assert.ok(drop.requiredMinutes > 0 || drop.requiredSubs > 0, `${drop.name} can be earned`);
      assert.ok(drop.benefits.length > 0, `${drop.name} is worth something`);
      assertEndsSomewhere(drop.id, before);
      for (const { id, name } of drop.benefits) {
        assert.match(id, uuid);
        const known = benefitNames.get(id) ?? `${campaign.gameId} ${name}`;
        assert.equal(known, `${campaign.gameId} ${name}`, 'a benefit id stands for one benefit of one game');
        benefitNames.set(id, known);
      }
    }
  }
}

/** Preconditions are of the same campaign and make no circle. */
function assertEndsSomewhere(dropId: string, before: ReadonlyMap<string, readonly string[]>, depth = 0): void {
  const preconditionIds = before.get(dropId);
  assert.ok(preconditionIds !== undefined, `precondition ${dropId} is a drop of the same campaign`);
  assert.ok(depth < before.size, `the preconditions of ${dropId} make no circle`);
  for (const id of preconditionIds) assertEndsSomewhere(id, before, depth + 1);
}

function assertAccount({ account, campaigns, channels, games }: Scenario): void {
  const required = new Map(campaigns.flatMap(({ drops }) => drops.map((drop) => [drop.id, drop.requiredMinutes])));
  assert.match(account.userId, numeric);
  assert.ok(!channels.some(({ id }) => id === account.userId), 'the viewer is not one of the channels');
  assertUnique(account.linkedGameIds, 'linked game');
  for (const id of account.linkedGameIds)
    assert.ok(
      games.some((game) => game.id === id),
      `linked game ${id} exists`,
    );
  for (const { benefitId } of account.claimedBenefits) assert.match(benefitId, uuid);
  for (const { dropId, minutes } of account.progress) {
    assert.ok(minutes >= 0 && minutes <= (required.get(dropId) ?? -1), `progress of ${dropId} fits its drop`);
  }
}

function assertUnique(values: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const value of values) {
    assert.ok(!seen.has(value), `every ${what} is there once, found "${value}" twice`);
    seen.add(value);
  }
}
