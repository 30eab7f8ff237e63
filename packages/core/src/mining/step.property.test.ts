import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelId, dropId, userId } from '@dropwise/kit';
import fc from 'fast-check';
import { isPaused } from '../planning/pauses.ts';
import type { Failure, FailureKind } from './failure.ts';
import { reasonOfFailure } from './failure.ts';
import type { ClaimOutcome, Input, TimerKey } from './input.ts';
import type { MiningSettings } from './settings.ts';
import { createMinerState, type MinerState, maxEstimatedMinutes } from './state.ts';
import { step } from './step.ts';
import {
  campaignReport,
  channelReport,
  dropReport,
  ferry,
  hour,
  instanceIdOf,
  lanterns,
  minute,
  plainSettings,
  start,
} from './testing/fixtures.ts';

/** Every property holds in the default mode and in one that ranks games. */
const modes = ['plan', 'ending_soonest'] as const;
const planned: MiningSettings = {
  ...plainSettings,
  mode: 'plan',
  wishes: { ...plainSettings.wishes, games: { Ferry: 'must' } },
};
const channels = [1, 2, 3].map((number) => channelId(String(number)));
const drops = ['a-1', 'a-2', 'b-1', 'foreign'].map((name) => dropId(`drop-${name}`));
const failureKinds = Object.keys(reasonOfFailure) as FailureKind[];
const transports = ['spade', 'hls', 'gql'];
const timers: TimerKey[] = [
  ...(['signIn', 'watch', 'confirm', 'reload', 'peek', 'boundary', 'retryInventory', 'retryChannels'] as const),
  ...([
    'awaitClaim',
    'awaitTruth',
    'socketDown',
    'channel:1',
    'channel:2',
    'claim:drop-a-1',
    'claim:drop-b-1',
    'plan',
    'pause',
  ] as const),
];

const failure: fc.Arbitrary<Failure> = fc.record({
  kind: fc.constantFrom(...failureKinds),
  operation: fc.constantFrom('Inventory', 'ViewerDropsDashboard', 'DropsPage_ClaimDropRewards'),
  detail: fc.constant('it did not work'),
  host: fc.constant(null),
});
const channel = fc.constantFrom(...channels);
const drop = fc.constantFrom(...drops);
const minutes = fc.integer({ min: 0, max: 40 });
const channelReports = fc
  .subarray([1, 2, 3])
  .map((numbers) => numbers.map((number) => channelReport(number, { game: number === 3 ? ferry : lanterns })));

const self = fc.record({
  minutes: fc.integer({ min: 0, max: 12 }),
  claimed: fc.boolean(),
  instanceId: fc.constantFrom(null, instanceIdOf('a')),
});
const campaignReports = fc.tuple(self, self, self, fc.boolean()).map(([a1, a2, b1, linked]) => [
  campaignReport('a', {
    drops: [dropReport('a-1', { self: a1 }), dropReport('a-2', { self: a2, preconditionIds: [dropId('drop-a-1')] })],
  }),
  campaignReport('b', {
    game: ferry,
    linked,
    endsAt: start + 3 * hour,
    allowList: [{ id: channelId('3'), login: 'channel_3' }],
    drops: [dropReport('b-1', { self: b1, endsAt: start + 3 * hour })],
  }),
]);

const claimOutcome: fc.Arbitrary<ClaimOutcome> = fc.oneof(
  fc.constant<ClaimOutcome>({ kind: 'claimed' }),
  fc.constant<ClaimOutcome>({ kind: 'alreadyClaimed' }),
  fc.constant<ClaimOutcome>({ kind: 'refused', detail: 'no' }),
  failure.map((value): ClaimOutcome => ({ kind: 'failed', failure: value })),
);

/** `answersLatest` makes an answer fit the fetch under way, as real ones do; others come late. */
interface Event {
  readonly input: Input;
  readonly answersLatest: boolean;
  readonly waitMs: number;
}

const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...timers).map((key): Input => ({ kind: 'timerFired', key })) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        reports: campaignReports,
        catalogue: fc.constantFrom('complete' as const, 'partial' as const, 'null' as const),
        failures: fc.array(failure, { maxLength: 2 }),
      })
      .map(
        ({ reports, catalogue, failures }): Input => ({
          kind: 'inventoryArrived',
          requestId: 0,
          reports,
          rejected: [],
          claimedBenefits: {},
          catalogue,
          failures,
          succeeded: failures.length === 2 ? [] : ['Inventory'],
        }),
      ),
  },
  {
    weight: 4,
    arbitrary: channelReports.map(
      (reports): Input => ({
        kind: 'channelsArrived',
        requestId: 0,
        reports,
        rejected: [],
        failures: [],
        succeeded: [],
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ channelId: channel, transport: fc.constantFrom(...transports) }).map(
      (watched): Input => ({
        kind: 'watchAnswered',
        ...watched,
        outcome: { kind: 'accepted' },
      }),
    ),
  },
  fc.record({ channelId: channel, failure }).map(
    (value): Input => ({
      kind: 'watchAnswered',
      channelId: value.channelId,
      transport: 'spade',
      outcome: { kind: 'failed', failure: value.failure },
    }),
  ),
  {
    weight: 3,
    arbitrary: fc
      .record({ dropId: drop, channelId: fc.option(channel), minutes })
      .map((value): Input => ({ kind: 'dropProgressed', ...value })),
  },
  fc
    .record({ dropId: drop, channelId: fc.option(channel), minutes })
    .map((session): Input => ({ kind: 'currentSessionArrived', session })),
  fc.constant<Input>({ kind: 'currentSessionArrived', session: null }),
  {
    weight: 2,
    arbitrary: drop.map((dropId): Input => ({ kind: 'dropBecameClaimable', dropId, instanceId: instanceIdOf('x') })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ dropId: drop, outcome: claimOutcome })
      .map((value): Input => ({ kind: 'claimAnswered', ...value })),
  },
  channel.map((channelId): Input => ({ kind: 'streamWentDown', channelId })),
  channel.map((channelId): Input => ({ kind: 'streamWentUp', channelId })),
  channel.map((id): Input => ({ kind: 'channelChecked', channelId: id, report: channelReport(Number(id)) })),
  channel.map((channelId): Input => ({ kind: 'channelSelected', channelId, login: `channel_${channelId}` })),
  channel.map((id): Input => ({ kind: 'channelSelected', channelId: channelId(''), login: `channel_${id}` })),
  channel.map((id): Input => ({ kind: 'channelChecked', channelId: channelId(''), report: channelReport(Number(id)) })),
  fc.constantFrom<Input>(
    { kind: 'manualEnded' },
    { kind: 'reloadRequested' },
    { kind: 'sessionRevoked', detail: '401' },
    { kind: 'signOutRequested' },
    { kind: 'loginRetried' },
    { kind: 'signedIn', userId: userId('1'), login: 'viewer' },
    { kind: 'signInFailed', reason: 'unreachable', detail: 'no' },
    { kind: 'deviceCodeIssued', userCode: 'ABCDEFGH', verificationUri: 'https://example.test', expiresAt: start },
    { kind: 'protocolChanged' },
    { kind: 'rewardReminded', notificationId: 'n' },
    { kind: 'socketChanged', connected: 0, total: 1, problem: 'dropped', detail: 'x' },
    { kind: 'socketChanged', connected: 1, total: 1, problem: null, detail: '' },
    { kind: 'topicRefused', topic: 'user-drop-events.1', error: 'ERR_BADAUTH' },
    { kind: 'messageRejected', topic: 'user-drop-events.1', problem: 'cut' },
    {
      kind: 'settingsChanged',
      settings: { ...plainSettings, exclude: { ...plainSettings.exclude, games: ['Ferry'] } },
    },
    { kind: 'settingsChanged', settings: plainSettings },
    { kind: 'settingsChanged', settings: planned },
    { kind: 'settingsChanged', settings: { ...planned, pausedHours: ['13:00-15:30'] } },
  ),
);
const event: fc.Arbitrary<Event> = fc.record({
  input,
  answersLatest: fc.boolean(),
  waitMs: fc.constantFrom(0, 1_000, 20_000, minute, 10 * minute, hour),
});

function addressed(event: Event, state: MinerState): Input {
  const { input: given, answersLatest } = event;
  const isAnswer = given.kind === 'inventoryArrived' || given.kind === 'channelsArrived';
  return isAnswer && answersLatest ? { ...given, requestId: state.lastRequestId } : given;
}

const begun: readonly Event[] = [
  { input: { kind: 'started', memory: null }, answersLatest: false, waitMs: 0 },
  { input: { kind: 'signedIn', userId: userId('1'), login: 'viewer' }, answersLatest: false, waitMs: 0 },
];

function assertLegal(state: MinerState): void {
  const { watching, phase, campaigns } = state;
  if (phase.kind === 'watching') assert.ok(watching, 'watching without a channel');
  if (phase.kind === 'idle' || phase.kind === 'signedOut' || phase.kind === 'exit') assert.equal(watching, null);
  if (phase.kind === 'signedOut') assert.notEqual(state.account.kind, 'signedIn');
  assert.ok(!['gamesUpdate', 'channelsCleanup', 'channelSwitch'].includes(phase.kind), `stuck in ${phase.kind}`);
  const waits = ['inventoryFetch', 'channelsFetch', 'signedOut'].includes(phase.kind);
  if (!waits) assert.deepEqual(state.requests, [], 'a request waits for nothing');
  assert.equal(new Set(state.requests).size, state.requests.length);
  if (watching !== null) assert.ok(state.channels[watching.channelId], 'watching a channel that is not known');
  assert.ok((watching?.estimatedMinutes ?? 0) <= maxEstimatedMinutes);
  for (const campaign of Object.values(campaigns)) {
    for (const each of campaign.drops) {
      const { confirmedMinutes, estimatedMinutes } = each.progress;
      assert.ok(confirmedMinutes >= 0 && estimatedMinutes >= 0);
      assert.ok(confirmedMinutes + estimatedMinutes <= each.requiredMinutes);
    }
  }
}

for (const mode of modes)
  test(`any sequence of inputs in mode ${mode} leaves a legal state, claims nothing twice, and begins no fetch beside another`, () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 120, size: 'max' }), (events) => {
        let state = createMinerState({ ...plainSettings, mode, availableDrops: true });
        let now = start;
        const claiming = new Set<string>();
        const claimed = new Set<string>();
        for (const each of [...begun, ...events]) {
          now += each.waitMs;
          const given = addressed(each, state);
          if (given.kind === 'claimAnswered') claiming.delete(given.dropId);
          if (given.kind === 'sessionRevoked' || given.kind === 'signOutRequested') claiming.clear();
          const next = step(state, given, now);
          state = next.state;
          assertLegal(state);
          for (const fact of next.facts) {
            if (fact.kind !== 'dropClaimed') continue;
            assert.ok(!claimed.has(fact.dropId), `${fact.dropId} was told to be claimed twice`);
            claimed.add(fact.dropId);
          }
          for (const effect of next.effects) {
            if (effect.kind !== 'claimDrop') continue;
            assert.ok(!claiming.has(effect.dropId), `a second claim of ${effect.dropId} while one is under way`);
            assert.ok(!claimed.has(effect.dropId), `${effect.dropId} is claimed already`);
            claiming.add(effect.dropId);
          }
          if (isPaused(state.settings, now)) {
            assert.equal(
              next.effects.find(({ kind }) => kind === 'watch'),
              undefined,
              'watched in a pause',
            );
          }
          assert.ok(
            next.effects.filter(({ kind }) => kind === 'fetchInventory' || kind === 'fetchChannels').length <= 1,
          );
        }
      }),
      { numRuns: 250 },
    );
  });

for (const mode of modes)
  test(`replaying the same inputs in mode ${mode} gives the same effects and facts`, () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60, size: 'max' }), (events) => {
        const play = (): string => {
          let state = createMinerState({ ...plainSettings, mode });
          let now = start;
          const told: unknown[] = [];
          for (const each of [...begun, ...events]) {
            now += each.waitMs;
            const next = step(state, addressed(each, state), now);
            state = next.state;
            told.push(next.effects, next.facts);
          }
          return JSON.stringify([told, state]);
        };
        assert.equal(play(), play());
      }),
      { numRuns: 100 },
    );
  });

for (const mode of modes)
  test(`after any sequence in mode ${mode} a signed-in miner with a good inventory and a live channel watches again`, () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60, size: 'max' }), (events) => {
        let state = createMinerState({ ...plainSettings, mode });
        let now = start;
        const send = (given: Input): void => {
          state = step(state, given, now).state;
        };
        for (const each of [...begun, ...events]) {
          now += each.waitMs;
          send(addressed(each, state));
        }
        now += hour;
        send({ kind: 'settingsChanged', settings: { ...plainSettings, mode } });
        send({ kind: 'manualEnded' });
        send({ kind: 'signedIn', userId: userId('1'), login: 'viewer' });
        const far = now + 48 * hour;
        const fresh = campaignReport('fresh', {
          startsAt: now - 1,
          endsAt: far,
          drops: [dropReport('fresh-1', { startsAt: now - 1, endsAt: far })],
        });
        const phaseKind = (): string => state.phase.kind;
        send({ kind: 'reloadRequested' });
        for (let i = 0; i < 8; i++) {
          if (phaseKind() === 'inventoryFetch') {
            send({
              kind: 'inventoryArrived',
              requestId: state.lastRequestId,
              reports: [fresh],
              rejected: [],
              claimedBenefits: {},
              catalogue: 'complete',
              failures: [],
              succeeded: ['Inventory'],
            });
          } else if (phaseKind() === 'channelsFetch') {
            const reports = [channelReport(1)];
            send({
              kind: 'channelsArrived',
              requestId: state.lastRequestId,
              reports,
              rejected: [],
              failures: [],
              succeeded: [],
            });
          }
        }
        assert.ok(state.watching, `expected a watched channel, found ${state.phase.kind}`);
      }),
      { numRuns: 200 },
    );
  });
