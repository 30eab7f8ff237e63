import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyLiveEvent } from './apply-live.ts';
import { diffLive } from './diff-live.ts';
import { type LiveChange, type LiveEvent, liveEventNames } from './live-event.ts';
import { type LiveState, maxLiveLines } from './live-state.ts';
import { fromWire, toWire } from './live-wire.ts';
import { campaign, channel, child, emptyState, line, statePairs } from './testing/live-states.ts';

function applyAll(state: LiveState, changes: readonly LiveChange[]): LiveState {
  return changes.reduce((at, change) => {
    const applied = applyLiveEvent(at, { ...change, seq: at.seq + 1 });
    assert.ok(applied.ok);
    return applied.value;
  }, state);
}

describe('the difference between two states', () => {
  it('makes the second out of the first, also over the wire', () => {
    fc.assert(
      fc.property(statePairs, ([before, after]) => {
        const sent = diffLive(before, after).map((change, index) => toWire({ ...change, seq: index + 1 }));
        const received = sent.map(([name, payload]) => fromWire(name, JSON.parse(JSON.stringify(payload))));
        const result = received.reduce<LiveState>((at, event) => {
          assert.ok(event !== null);
          const applied = applyLiveEvent(at, event);
          assert.ok(applied.ok);
          return applied.value;
        }, before);
        assert.deepEqual({ ...result, seq: 0 }, after);
      }),
    );
  });
  it('is nothing between a state and its deep copy', () => {
    fc.assert(
      fc.property(statePairs, ([, state]) => {
        assert.deepEqual(diffLive(state, structuredClone(state)), []);
      }),
    );
  });
  it('does not look into parts that are the same object', () => {
    const untouchable = new Proxy(channel('1'), {
      ownKeys: () => assert.fail('looked into'),
      get: () => assert.fail('looked into'),
    });
    const before = { ...emptyState, channels: { 1: untouchable } };
    assert.deepEqual(diffLive(before, { ...before, channels: { 1: untouchable } }), []);
  });
  it('names additions, changes and removals of channels apart', () => {
    const before = { ...emptyState, channels: { 1: channel('1'), 2: channel('2'), 3: channel('3') } };
    const after = { ...emptyState, channels: { 2: channel('2', 9), 3: channel('3'), 4: channel('4') } };
    assert.deepEqual(
      diffLive(before, after).map(({ name }) => name),
      ['channel_remove', 'channel_update', 'channel_add'],
    );
  });
});

describe('an event', () => {
  const event: LiveEvent = { name: 'channel_add', seq: 1, channel: channel('1') };

  it('changes only what it is about; the rest stays the same objects', () => {
    const { seq, channels, ...rest } = applyAll(emptyState, [event]);
    const { seq: _seq, channels: _channels, ...restBefore } = emptyState;
    assert.deepEqual([seq, channels], [1, { 1: channel('1') }]);
    for (const [key, value] of Object.entries(rest))
      assert.equal(value, restBefore[key as keyof typeof restBefore], key);
  });
  it('that the state has seen is not applied again', () => {
    const applied = applyLiveEvent({ ...emptyState, seq: 1 }, event);
    assert.deepEqual(applied, { ok: false, failure: { kind: 'seen', expectedSeq: 2, foundSeq: 1 } });
  });
  it('that comes after a missed one is not applied', () => {
    const applied = applyLiveEvent(emptyState, { ...event, seq: 3 });
    assert.deepEqual(applied, { ok: false, failure: { kind: 'missed', expectedSeq: 1, foundSeq: 3 } });
  });
  it('with lines leaves the newest that a client keeps', () => {
    const lines = Array.from({ length: maxLiveLines }, (_, index) => line(index));
    const state = applyAll({ ...emptyState, lines }, [
      { name: 'console_output', lines: [line(maxLiveLines)], skippedCount: 7 },
    ]);
    assert.deepEqual(
      [state.lines.length, state.lines[0]?.seq, state.lines.at(-1)?.seq],
      [maxLiveLines, 1, maxLiveLines],
    );
  });
  it('removes a campaign or a child that is there, and leaves one that is not', () => {
    const state = { ...emptyState, campaigns: { a: campaign('a'), b: campaign('b') }, children: { m: child('m') } };
    const after = applyAll(state, [
      { name: 'campaign_remove', id: 'a' },
      { name: 'campaign_remove', id: 'toString' },
      { name: 'child_remove', id: 'm' },
    ]);
    assert.deepEqual([Object.keys(after.campaigns), Object.keys(after.children)], [['b'], []]);
  });
  it('about a stored fact changes nothing but the place in the stream', () => {
    const fact = { seq: 9, at: 1, childId: 'miner', fact: { kind: 'consoleStopped', why: 'asked' } } as const;
    assert.deepEqual(applyAll(emptyState, [{ name: 'fact_stored', fact }]), { ...emptyState, seq: 1 });
  });
});

describe('the wire', () => {
  it('knows every event by name', () => {
    assert.equal(liveEventNames.length, 15);
    assert.ok(liveEventNames.includes('fact_stored'));
  });
  it('reads nothing that is not of the sequence', () => {
    assert.equal(fromWire('initial_state', { seq: 1 }), null);
    assert.equal(fromWire('constructor', { seq: 1 }), null);
    for (const payload of [null, undefined, 'text', {}, { seq: '1' }])
      assert.equal(fromWire('plan_update', payload), null);
  });
});
