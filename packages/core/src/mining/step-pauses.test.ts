import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planRequestOf } from './plan-request-of.ts';
import { channelReport, createWatchingBench, dropReport, hour, lanterns, minute, start } from './testing/fixtures.ts';
import { lanternChannel, of, reload } from './testing/planned.ts';
import { effects, facts, one, phaseOf } from './testing/reading.ts';

describe('paused hours', () => {
  // The fixtures begin on a Monday at 12:00 UTC.
  const pausedHours = ['12:30-14:00'];
  for (const mode of ['plan', 'ending_soonest'] as const) {
    test(`in mode ${mode} stop watching and nothing else, and end by themselves`, () => {
      const bench = createWatchingBench([of('lantern')], [lanternChannel], { mode, pausedHours });
      assert.equal(phaseOf(bench), 'watching');
      bench.wait(30 * minute);
      bench.send({ kind: 'timerFired', key: 'pause' });
      assert.equal(bench.state.watching, null);
      assert.deepEqual(bench.state.phase.kind === 'idle' && bench.state.phase.why, 'idle-paused');
      assert.deepEqual(
        facts(bench, 'becameIdle').map(({ why }) => why),
        ['idle-paused'],
      );
      const next = effects(bench, 'startTimer').find(
        (effect) => effect.kind === 'startTimer' && effect.key === 'pause',
      );
      assert.ok(next?.kind === 'startTimer' && next.at === start + 2 * hour);
      bench.send({ kind: 'channelChecked', channelId: one, report: channelReport(1) });
      bench.send({ kind: 'timerFired', key: 'watch' });
      assert.equal(effects(bench, 'watch').length, 0);
      reload(bench, [
        of('lantern', lanterns, 24, 60, {
          drops: [dropReport('lantern-1', { self: { minutes: 10, claimed: false, instanceId: null } })],
        }),
      ]);
      assert.equal(bench.state.watching, null);
      bench.wait(90 * minute);
      bench.send({ kind: 'timerFired', key: 'pause' });
      if (phaseOf(bench) === 'channelsFetch') bench.channels([lanternChannel]);
      assert.equal(bench.state.watching, null, 'the drop is earned');
      reload(bench, [of('lantern')]);
      assert.equal(phaseOf(bench), 'watching');
      assert.equal(bench.state.conditions['idle-paused'], undefined);
    });
  }

  test('stop watching at once, also while a stage waits for Twitch', () => {
    const bench = createWatchingBench([of('lantern')], [lanternChannel], { mode: 'plan', pausedHours });
    bench.wait(30 * minute);
    bench.send({ kind: 'reloadRequested' });
    bench.send({ kind: 'timerFired', key: 'pause' });
    assert.equal(bench.state.watching, null);
    bench.inventory([of('lantern')]);
    if (phaseOf(bench) === 'channelsFetch') bench.channels([lanternChannel]);
    assert.deepEqual(bench.state.phase.kind === 'idle' && bench.state.phase.why, 'idle-paused');
  });

  test('hold back a watch event that comes before anybody was told of the pause', () => {
    const bench = createWatchingBench([of('lantern')], [lanternChannel], { mode: 'plan', pausedHours });
    bench.wait(30 * minute);
    bench.send({ kind: 'timerFired', key: 'watch' });
    assert.equal(effects(bench, 'watch').length, 0);
  });

  test('are in the plan’s request', () => {
    const bench = createWatchingBench([of('lantern')], [lanternChannel], { mode: 'plan', pausedHours });
    const { pauses } = planRequestOf(bench.state, bench.now);
    assert.equal(pauses.length, 14);
    assert.deepEqual(pauses[0], { startsAt: start + 30 * minute, endsAt: start + 2 * hour });
  });
});
