import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fact, healthOf, type ReasonCode } from '@dropwise/core';
import { allFaultKinds, type Fault, type FaultKind } from '@dropwise/twitch-sim';
import { hour, minute, startVirtualMiner, type VirtualMiner, type VirtualOptions } from './testing/virtual-miner.ts';

interface Case {
  readonly fault: Fault;
  /** What the owner is told; null = nothing, because nothing is worth it: mining goes on undisturbed. */
  readonly told: ReasonCode | null;
  /** What makes the fault bite, once it is set. */
  readonly provoke?: (virtual: VirtualMiner) => void;
  /** Virtual minutes the fault may take to be told. */
  readonly withinMinutes?: number;
  readonly settings?: VirtualOptions['settings'];
  /** Set before the miner starts. */
  readonly fromStart?: boolean;
}

const reload = (virtual: VirtualMiner): void => virtual.miner.post({ kind: 'reloadRequested' });
const inventory = 'Inventory';

/** One row a fault at least: what it is, and what the owner is told. */
const cases: readonly Case[] = [
  { fault: { kind: 'httpError', target: inventory }, told: 'twitch-down', provoke: reload },
  { fault: { kind: 'httpError' }, told: 'twitch-down', withinMinutes: 30 },
  { fault: { kind: 'html', target: inventory }, told: 'html-answer', provoke: reload },
  { fault: { kind: 'invalidJson', target: inventory }, told: 'not-json', provoke: reload },
  { fault: { kind: 'slow', target: inventory }, told: 'twitch-slow', provoke: reload },
  { fault: { kind: 'connectionReset', target: inventory }, told: 'connection-reset', provoke: reload },
  { fault: { kind: 'watchHostUnresolvable' }, told: 'dns-blocked' },
  { fault: { kind: 'unauthorized', target: inventory, times: 1 }, told: 'session-revoked', provoke: reload },
  { fault: { kind: 'serviceError', target: inventory }, told: 'twitch-down', provoke: reload },
  { fault: { kind: 'persistedQueryNotFound', target: inventory }, told: 'query-hash-stale', provoke: reload },
  { fault: { kind: 'serverErrorAtPath', target: 'VideoPlayerStreamInfoOverlayChannel' }, told: null, provoke: reload },
  { fault: { kind: 'serviceTimeout', target: inventory }, told: 'twitch-down', provoke: reload },
  { fault: { kind: 'serviceUnavailable', target: inventory }, told: 'twitch-down', provoke: reload },
  { fault: { kind: 'contextDeadlineExceeded', target: inventory }, told: 'twitch-down', provoke: reload },
  { fault: { kind: 'unknownError', target: inventory }, told: 'operation-failing', provoke: reload },
  { fault: { kind: 'staleHash', target: 'ViewerDropsDashboard' }, told: 'query-hash-stale', provoke: reload },
  {
    fault: { kind: 'failedIntegrityCheck', target: 'ViewerDropsDashboard' },
    told: 'integrity-refused',
    provoke: reload,
  },
  { fault: { kind: 'nullCatalogue', target: 'tv' }, told: 'catalogue-null', provoke: reload },
  {
    fault: { kind: 'deviceLoginRefused', target: 'android' },
    told: 'login-refused',
    settings: { twitch: { client: 'android' } },
    fromStart: true,
  },
  { fault: { kind: 'pollTooFast', times: 2 }, told: null, fromStart: true },
  { fault: { kind: 'deviceCookieMissing' }, told: null, fromStart: true },
  { fault: { kind: 'watchUrlMissing' }, told: 'watch-failing', fromStart: true },
  { fault: { kind: 'directoryGameNull' }, told: null, provoke: reload },
  { fault: { kind: 'malformedCampaign' }, told: 'quarantined', provoke: reload },
  { fault: { kind: 'socketRefused' }, told: 'socket-refused', provoke: (virtual) => virtual.sim.hub.closeAll() },
  { fault: { kind: 'socketSilent' }, told: 'socket-silent', withinMinutes: 40 },
  { fault: { kind: 'pongMissing' }, told: 'socket-no-pong' },
  { fault: { kind: 'reconnectRequested', times: 3 }, told: 'socket-reconnecting' },
  { fault: { kind: 'socketDropped', everyMs: 30_000 }, told: 'socket-reconnecting' },
  {
    fault: { kind: 'listenRefused', target: 'user-drop-events', error: 'ERR_BADAUTH' },
    told: 'topics-refused',
    provoke: (virtual) => virtual.sim.hub.closeAll(),
  },
  {
    fault: { kind: 'listenRefused', target: 'video-playback-by-id', error: 'ERR_SERVER' },
    told: 'topics-refused',
    provoke: (virtual) => virtual.sim.hub.closeAll(),
  },
  { fault: { kind: 'malformedSocketMessage', times: 2 }, told: 'quarantined' },
  { fault: { kind: 'watchCredit', transports: ['hls'] }, told: 'transport-rotated' },
  { fault: { kind: 'watchCredit', transports: [] }, told: 'not-counting', withinMinutes: 60 },
  { fault: { kind: 'wrongDropCredited' }, told: 'wrong-drop-credited' },
  { fault: { kind: 'progressDuplicated' }, told: null },
  { fault: { kind: 'progressOutOfOrder' }, told: 'progress-out-of-order' },
  { fault: { kind: 'progressRegressing' }, told: 'progress-contradicted', withinMinutes: 30 },
  { fault: { kind: 'progressUnreported', times: 3 }, told: null },
  { fault: { kind: 'claimSignalMissing' }, told: null },
  { fault: { kind: 'claimFails', times: 3 }, told: 'claim-failing', withinMinutes: 40 },
  { fault: { kind: 'claimFails', times: 2, how: 'null' }, told: 'claim-failing', withinMinutes: 40 },
  { fault: { kind: 'claimFails', times: 2, how: 'dataErrors' }, told: 'claim-failing', withinMinutes: 40 },
  { fault: { kind: 'streamUpWithoutStream' }, told: 'stream-not-online' },
  { fault: { kind: 'otherViewer' }, told: 'watched-elsewhere' },
];

/** What one viewer can earn and claim in the evening. */
const earnableDrops = 11;

for (const each of cases) {
  const { fault, told } = each;
  const { kind, ...details } = fault;
  const what = `${kind}${Object.keys(details).length === 0 ? '' : ` ${JSON.stringify(details)}`}`;
  test(`${what}: ${told === null ? 'nothing needs telling' : `told as ${told}`}, nothing is lost, mining resumes`, async () => {
    await using virtual = await startVirtualMiner({
      scenario: 'evening',
      ...(each.settings && { settings: each.settings }),
    });
    if (!each.fromStart) {
      await virtual.waitFor('minuteConfirmed');
      await virtual.clock.advance(90_000);
    }
    const before = confirmedByDrop(virtual);
    virtual.sim.faults.set(fault);
    each.provoke?.(virtual);
    if (told !== null)
      await virtual.waitFor('reasonRaised', ({ code }) => code === told, (each.withinMinutes ?? 20) * minute);
    else await virtual.clock.advance(15 * minute);
    assertNothingLost(virtual, before);
    if (told === null) assert.deepEqual(worrying(virtual), []);
    virtual.sim.faults.clear();
    const { length } = virtual.facts;
    assert.ok(
      await virtual.clock.advanceUntil(() => virtual.facts.slice(length).some(isProgress), hour),
      'mining did not resume within an hour',
    );
    const left = virtual.sim.scenario.startAt + 5 * hour - virtual.clock.now();
    await virtual.clock.advance(left);
    assert.equal(claimedDrops(virtual).length, earnableDrops, `claimed: ${claimedDrops(virtual).join(', ')}`);
    assert.equal(new Set(claimedDrops(virtual)).size, earnableDrops, 'a drop was claimed twice');
    assert.equal(healthOf(virtual.miner.state, virtual.clock.now()).level, 'idle');
  });
}

test('every fault that the local Twitch knows has a row', () => {
  const covered = new Set<FaultKind>(cases.map(({ fault }) => fault.kind));
  assert.deepEqual(
    allFaultKinds.filter((kind) => !covered.has(kind)),
    [],
  );
});

function confirmedByDrop(virtual: VirtualMiner): Map<string, number> {
  const drops = Object.values(virtual.miner.state.campaigns).flatMap((campaign) => campaign.drops);
  return new Map(drops.map((drop) => [drop.id, drop.progress.confirmedMinutes]));
}

function assertNothingLost(virtual: VirtualMiner, before: ReadonlyMap<string, number>): void {
  const now = confirmedByDrop(virtual);
  for (const [id, minutes] of before) {
    const kept = now.get(id);
    if (kept !== undefined) assert.ok(kept >= minutes, `drop ${id} had ${minutes} confirmed minutes and has ${kept}`);
  }
}

function worrying(virtual: VirtualMiner): string[] {
  return virtual
    .factsOf('reasonRaised')
    .filter(({ code }) => code !== 'login-needed')
    .map(({ code }) => code);
}

function isProgress(fact: Fact): boolean {
  return fact.kind === 'minuteConfirmed' || fact.kind === 'dropClaimed';
}

function claimedDrops(virtual: VirtualMiner): string[] {
  return virtual.factsOf('dropClaimed').map(({ dropId }) => dropId);
}
