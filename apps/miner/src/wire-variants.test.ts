import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, minute, startVirtualMiner, type VirtualMiner } from './testing/virtual-miner.ts';

const earnableDrops = 11;

function claimedCount(virtual: VirtualMiner): number {
  return new Set(virtual.factsOf('dropClaimed').map(({ dropId }) => dropId)).size;
}

for (const socket of ['pubsub', 'hermes'] as const) {
  test(`an evening over ${socket} earns everything, told by the socket`, async () => {
    await using virtual = await startVirtualMiner({ scenario: 'evening', settings: { twitch: { socket } } });
    await virtual.clock.advance(5 * hour);
    assert.equal(claimedCount(virtual), earnableDrops);
    const bySocket = virtual.factsOf('minuteConfirmed').filter(({ by }) => by === 'socket').length;
    assert.ok(bySocket > 60, `${bySocket} minutes were confirmed by the socket`);
    assert.ok(Object.keys(virtual.sim.counters().socketFrames).length > 0);
  });
}

for (const transport of ['spade', 'hls', 'gql'] as const) {
  test(`an evening watched over ${transport} alone earns everything where Twitch counts it`, async () => {
    await using virtual = await startVirtualMiner({
      scenario: 'evening',
      settings: { watching: { transports: [transport] } },
    });
    virtual.sim.faults.set({ kind: 'watchCredit', transports: [transport] });
    await virtual.clock.advance(5 * hour);
    assert.equal(claimedCount(virtual), earnableDrops);
  });
}

test('no socket at all: everything is asked for, it is told, and everything is earned', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'evening' });
  virtual.sim.faults.set({ kind: 'socketRefused' });
  await virtual.clock.advance(5 * hour + 30 * minute);
  assert.ok(virtual.miner.state.conditions['socket-down']);
  assert.equal(claimedCount(virtual), earnableDrops);
  const { gql = 0 } = virtual.miner.twitch.counts().requests;
  assert.ok(gql / 5.5 <= 120, `${(gql / 5.5).toFixed(0)} requests an hour`);
});

test('the other clients that may log in earn the same', async () => {
  for (const client of ['android', 'web'] as const) {
    await using virtual = await startVirtualMiner({ scenario: 'evening', settings: { twitch: { client } } });
    await virtual.clock.advance(5 * hour);
    assert.equal(claimedCount(virtual), earnableDrops, client);
  }
});

test('a campaign that starts on the hour, listed only then, is watched within two minutes', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'evening' });
  const start = virtual.sim.scenario.startAt + hour;
  const devstream = virtual.sim.world.campaigns.all.find((campaign) => campaign.definition.startAt === start);
  assert.ok(devstream, 'the scenario has a campaign that starts after an hour');
  using _hidden = virtual.sim.onOperation('ViewerDropsDashboard', (_call, next) =>
    hideUntil(virtual, start, devstream.definition.id, next()),
  );
  await virtual.clock.advanceUntil(
    () => virtual.miner.state.watching?.campaignId === devstream.definition.id,
    2 * hour,
  );
  const lateMs = virtual.clock.now() - start;
  assert.ok(lateMs > 0 && lateMs <= 2 * minute, `noticed ${lateMs / 1_000} s after the start`);
});

test('a campaign of an account that is not linked, listed by a source that does not know it, costs one channel and no more', async () => {
  await using virtual = await startVirtualMiner({
    scenario: 'evening',
    settings: {
      mining: { priority: ['ARC Raiders', 'Warframe', 'Marathon', 'World of Tanks'] },
      discovery: { catalogue: true, catalogueUrl: 'http://127.0.0.1/v2/drops' },
    },
  });
  virtual.sim.faults.set({ kind: 'nullCatalogue', target: 'tv' });
  await virtual.clock.advance(5 * hour + 30 * minute);
  const rested = virtual.factsOf('campaignRested');
  assert.deepEqual(
    rested.map(({ gameName, linked }) => [gameName, linked]),
    [['ARC Raiders', 'unknown']],
  );
  const arc = virtual.factsOf('channelChosen').filter(({ game }) => game === 'ARC Raiders');
  assert.equal(arc.length, 1);
  assert.ok(claimedCount(virtual) >= 9, `${claimedCount(virtual)} drops were claimed`);
});

/** The dashboard without the campaign until it starts, as for one that is announced only then. */
function hideUntil<Answer>(virtual: VirtualMiner, at: number, campaignId: string, answer: Answer): Answer {
  if (virtual.clock.now() >= at) return answer;
  const copy = JSON.parse(JSON.stringify(answer));
  const user = copy.data?.currentUser ?? copy.currentUser;
  user.dropCampaigns = user.dropCampaigns.filter((campaign: { id: string }) => campaign.id !== campaignId);
  return copy;
}

test('a restart keeps the login, what is claimed and what worked', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'evening' });
  await virtual.waitFor('dropClaimed', ({ by }) => by === 'claim');
  const claimed = claimedCount(virtual);
  for (let i = 0; i < 3; i++) {
    await virtual.restart();
    await virtual.clock.advance(10 * minute);
  }
  assert.equal(virtual.factsOf('deviceCodeIssued').length, 1);
  await virtual.clock.advance(5 * hour);
  const told = virtual.factsOf('dropClaimed').map(({ dropId }) => dropId);
  assert.equal(new Set(told).size, told.length, 'a drop was told as claimed twice');
  assert.ok(claimedCount(virtual) > claimed);
});

test('a short outage of one operation is over when others succeed', async () => {
  await using virtual = await startVirtualMiner();
  virtual.sim.faults.set({ kind: 'httpError', target: 'DropsHighlightService_AvailableDrops', times: 5 });
  await virtual.clock.advance(3 * hour);
  const raised = virtual.factsOf('reasonRaised').filter(({ code }) => code === 'twitch-down').length;
  assert.equal(virtual.factsOf('reasonCleared').filter(({ code }) => code === 'twitch-down').length, raised);
  assert.ok(raised > 0);
});
