import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthOf, reasonCodes, reasons } from '@dropwise/core';
import { hour, minute, startVirtualMiner, type VirtualMiner } from './testing/virtual-miner.ts';

const settings = {
  mining: { priority: ['Marathon', 'Warframe', 'World of Tanks'] },
  discovery: { catalogue: true, catalogueUrl: 'http://127.0.0.1/v2/drops' },
};

/** What Twitch itself holds at the end. */
function worldDrops(virtual: VirtualMiner) {
  return virtual.sim.world.campaigns.all.flatMap((campaign) =>
    campaign.drops.map((drop) => ({
      id: drop.definition.id,
      name: drop.definition.name,
      linked: campaign.linked,
      required: drop.definition.requiredMinutes,
      minutes: drop.minutes,
      claimed: drop.claimedAt !== null,
      ready: drop.readyAt !== null,
    })),
  );
}

test('september 2026: from a fresh login, what can be earned is earned and every claim is handed over with its link', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'september-2026', settings });
  await virtual.clock.advance(6 * hour);
  const drops = worldDrops(virtual);
  const handedOver = new Set(virtual.factsOf('claimHandedOver').map(({ dropId }) => dropId as string));
  const earned = drops.filter((drop) => drop.ready && !drop.claimed);
  assert.ok(earned.length >= 7, `only ${earned.length} drops were earned`);
  assert.deepEqual(
    earned.filter((drop) => !handedOver.has(drop.id)).map((drop) => drop.name),
    [],
    'a drop needs a hand and was not named',
  );
  for (const { link } of virtual.factsOf('claimHandedOver')) assert.match(link, /^https:\/\/www\.twitch\.tv\/drops/);
  assert.equal(virtual.factsOf('dropClaimed').length, 0, 'nothing was claimed, so nothing may be told as claimed');
});

test('september 2026: a person who claims by hand opens the rest of the chain, and it is earned too', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'september-2026', settings });
  for (let i = 0; i < 24; i++) {
    await virtual.clock.advance(30 * minute);
    for (const campaign of virtual.sim.world.campaigns.all) {
      for (const drop of campaign.drops) {
        const instanceId = virtual.sim.world.dropInstanceIdOf(drop);
        if (instanceId !== null) virtual.sim.world.claim(instanceId);
      }
    }
  }
  const open = worldDrops(virtual).filter((drop) => drop.linked && drop.required > 0 && !drop.claimed);
  assert.deepEqual(
    open.map((drop) => drop.name),
    [],
  );
  assert.equal(virtual.miner.state.conditions['claim-by-hand'], undefined);
});

test('september 2026: every refusal is told once, and nothing claims to work that does not', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'september-2026', settings });
  await virtual.waitFor('channelChosen');
  const told = virtual.factsOf('reasonRaised').map(({ code }) => code);
  assert.ok(told.includes('integrity-refused') && told.includes('topics-refused') && told.includes('claim-by-hand'));
  await virtual.waitFor('transportChanged');
  const before = virtual.factsOf('minuteConfirmed');
  assert.deepEqual(before, [], 'spade counts nothing here, so nothing may be confirmed before hls');
  assert.notEqual(healthOf(virtual.miner.state, virtual.clock.now()).code, 'working');
  await virtual.waitFor('minuteConfirmed');
  assert.equal(virtual.miner.state.watching?.transport, 'hls');
  const counts = new Map<string, number>();
  for (const code of virtual.factsOf('reasonRaised').map((fact) => fact.code))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  assert.ok(
    [...counts].every(([, count]) => count === 1),
    JSON.stringify([...counts]),
  );
  assert.ok(reasonCodes.every((code) => reasons[code].sentence !== ''));
});

test('september 2026: the confirmed minutes are those that Twitch counted, none more', async () => {
  await using virtual = await startVirtualMiner({ scenario: 'september-2026', settings });
  await virtual.clock.advance(4 * hour);
  const known = Object.values(virtual.miner.state.campaigns).flatMap((campaign) => campaign.drops);
  const inWorld = new Map(worldDrops(virtual).map((drop) => [drop.id, drop.minutes]));
  for (const drop of known) {
    const counted = inWorld.get(drop.id) ?? 0;
    assert.ok(
      drop.progress.confirmedMinutes <= counted,
      `${drop.name}: ${drop.progress.confirmedMinutes} told, ${counted} counted`,
    );
  }
});
