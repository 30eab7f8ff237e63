import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadScenario, scenarioNames } from './scenarios/index.ts';
import { createSim } from './sim.ts';
import { virtualClockAt } from './testing/setup.ts';
import { createTestClient } from './testing/test-client.ts';

type Json = Readonly<Record<string, unknown>>;

/** Null, number and the like, as the merging clients tell them apart; arrays are not looked into. Protocol 3.5. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value;
}

function assertMergeable(primary: Json, secondary: Json, path: string): void {
  for (const [key, value] of Object.entries(primary)) {
    if (!(key in secondary)) continue;
    const other = secondary[key];
    assert.equal(typeOf(value), typeOf(other), `${path}.${key}`);
    if (typeOf(value) === 'object') assertMergeable(value as Json, other as Json, `${path}.${key}`);
  }
}

/** What the peers read without a guard. Protocol 3.6. */
function assertComplete(campaign: Json): void {
  for (const key of ['id', 'name', 'accountLinkURL', 'startAt', 'endAt', 'status'])
    assert.equal(typeof campaign[key], 'string', key);
  const { game, self, allow, timeBasedDrops } = campaign as {
    game: Json;
    self: Json;
    allow: Json;
    timeBasedDrops: readonly Json[];
  };
  assert.equal(typeof game.boxArtURL, 'string');
  assert.equal(typeof self.isAccountConnected, 'boolean');
  assert.ok('channels' in allow);
  assert.ok(timeBasedDrops.length > 0);
  const ids = new Set(timeBasedDrops.map(({ id }) => id));
  for (const drop of timeBasedDrops) {
    for (const key of ['id', 'name', 'startAt', 'endAt']) assert.equal(typeof drop[key], 'string', key);
    assert.ok(Number.isInteger(drop.requiredMinutesWatched));
    for (const { id } of (drop.preconditionDrops ?? []) as Json[])
      assert.ok(ids.has(id), 'a precondition is a drop of the campaign');
    if ('self' in drop) assert.equal(typeof (drop.self as Json).currentMinutesWatched, 'number');
  }
}

async function check(name: string, hours: number, seed: number): Promise<void> {
  const scenario = loadScenario(name, seed);
  const clock = virtualClockAt(scenario.startAt + Math.floor(hours * 3_600_000));
  const sim = createSim({ scenario, seed, clock });
  // The switches that close the lists are no matter of shape.
  sim.faults.clear();
  const client = createTestClient(sim, 'web');
  for (const { definition } of sim.world.channels.all.slice(0, 30)) {
    await client.watch(definition.login);
    await clock.advance(60_000);
  }
  const dashboard = (await client.gql('ViewerDropsDashboard', {})).data as {
    currentUser: { dropCampaigns: readonly Json[] };
  };
  const inventory = (await client.gql('Inventory', {})).data as {
    currentUser: { inventory: { dropCampaignsInProgress: readonly Json[]; gameEventDrops: unknown } };
  };
  assert.ok(Array.isArray(inventory.currentUser.inventory.gameEventDrops));
  const inProgress = new Map(
    inventory.currentUser.inventory.dropCampaignsInProgress.map((campaign) => [campaign.id, campaign]),
  );
  for (const campaign of inProgress.values()) assertComplete(campaign);
  for (const listed of dashboard.currentUser.dropCampaigns.slice(0, 60)) {
    const answer = (await client.gql('DropCampaignDetails', { dropID: listed.id })).data as {
      user: { dropCampaign: Json };
    };
    const details = answer.user.dropCampaign;
    assertMergeable(listed, details, 'dashboard over details');
    const owned = inProgress.get(listed.id);
    if (owned !== undefined) assertMergeable(owned, merge(listed, details), 'inventory over both');
    assertComplete(merge(owned ?? {}, merge(listed, details)));
  }
}

function merge(primary: Json, secondary: Json): Json {
  const merged: Record<string, unknown> = { ...secondary };
  for (const [key, value] of Object.entries(primary)) {
    const isBoth = typeOf(value) === 'object' && typeOf(secondary[key]) === 'object';
    merged[key] = isBoth ? merge(value as Json, secondary[key] as Json) : value;
  }
  return merged;
}

test('the three campaign answers agree in type in every scenario, at every instant', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...scenarioNames),
      fc.double({ min: 0, max: 48, noNaN: true }),
      fc.integer({ min: 1, max: 5 }),
      check,
    ),
    { numRuns: 30 },
  );
});
