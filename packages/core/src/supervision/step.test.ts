import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sayOfChild } from './child-sayings.ts';
import type { ChildInput } from './input.ts';
import type { ChildPhase } from './state.ts';
import {
  createBench,
  createRunningBench,
  ended,
  factsOf,
  into,
  lost,
  minute,
  noStart,
  phaseOf,
  ready,
  restartAsked,
  type SupervisionBench,
  second,
  seen,
  spawned,
  startAsked,
  stopAsked,
} from './testing/bench.ts';

describe('a start', () => {
  test('is told with its pid, its attempt and the time until it was up', () => {
    const bench = createBench();
    bench.send(startAsked);
    bench.wait(2 * second);
    bench.send(spawned);
    bench.wait(3 * second);
    bench.send(ready);
    assert.deepEqual(factsOf(bench, 'childStarted'), [{ kind: 'childStarted', pid: 4_711, attempt: 1 }]);
    assert.deepEqual(factsOf(bench, 'childBecameReady'), [{ kind: 'childBecameReady', tookMs: 5 * second }]);
  });

  test('that takes two minutes is a trouble until it is up', () => {
    const bench = createBench();
    bench.send(startAsked, spawned);
    bench.wait(2 * minute);
    assert.match(bench.state.phase.kind === 'degraded' ? bench.state.phase.why.sentence : '', /120 s ago/);
    bench.wait(second);
    bench.send(ready);
    assert.equal(phaseOf(bench), 'ready');
    assert.deepEqual(factsOf(bench, 'childRecovered'), [{ kind: 'childRecovered', lastedMs: second }]);
  });

  test('without a process has the same life, and tells no pid', () => {
    const bench = createBench();
    bench.send(startAsked, { kind: 'spawned', pid: null }, ready, seen(bench), lost);
    assert.deepEqual(factsOf(bench, 'childStarted'), []);
    bench.send(ended(null));
    assert.equal(phaseOf(bench), 'backingOff');
    assert.equal(factsOf(bench, 'childEnded')[0]?.sentence, 'It does not answer.');
  });

  test('that is called off while it is prepared leaves no exit', () => {
    const bench = createBench();
    bench.send(startAsked, stopAsked, noStart);
    assert.equal(phaseOf(bench), 'stopped');
    assert.equal(bench.state.lastExit, null);
    assert.deepEqual(factsOf(bench, 'childEnded'), []);
  });
});

describe('an end that nobody wanted', () => {
  test('is told with its meaning, and a new start is planned and made', () => {
    const bench = createRunningBench();
    bench.wait(minute);
    bench.send(ended(7, null, 'no luck'));
    const sentence = 'It ended with exit code 7. It last said: no luck';
    const said = [sayOfChild('child-ended', { exitCode: 7 }), sayOfChild('child-last-said', { words: 'no luck' })];
    const common = { exitCode: 7, signal: null, said };
    assert.deepEqual(factsOf(bench, 'childEnded'), [
      { kind: 'childEnded', ...common, sentence, wanted: false, ranMs: minute },
    ]);
    assert.deepEqual(factsOf(bench, 'childRestartPlanned'), [
      { kind: 'childRestartPlanned', attempt: 2, delayMs: second, why: sentence, said },
    ]);
    assert.deepEqual(bench.state.lastExit, { at: bench.now, ...common });
    bench.wait(second);
    assert.deepEqual(bench.asked, ['spawn']);
    assert.equal(bench.state.restarts, 0, 'a start that has not succeeded is none');
    bench.send(spawned);
    assert.equal(bench.state.restarts, 1);
    assert.equal(factsOf(bench, 'childStarted').at(-1)?.attempt, 2);
  });

  test('is given up with its reason after ten quick ones, and begins anew when a person starts it', () => {
    const bench = createBench();
    bench.send(startAsked);
    for (let i = 0; i < 10; i++) {
      bench.send(spawned, ended(1));
      bench.wait(6 * minute);
    }
    assert.equal(phaseOf(bench), 'givenUp');
    assert.equal(bench.state.restarts, 9);
    const [fact] = factsOf(bench, 'childGivenUp');
    assert.match(fact?.why ?? '', /10 times in a row/);
    assert.equal(fact?.deaths, 10);
    bench.send(startAsked, spawned);
    assert.equal(factsOf(bench, 'childStarted').at(-1)?.attempt, 1);
    assert.equal(bench.state.restarts, 9, 'a start that was asked for is no restart');
  });
});

describe('quick deaths without end', () => {
  const cases: readonly (readonly [string, readonly ChildInput[], ChildPhase['kind']])[] = [
    [
      'of what was up and is killed by somebody are no reason to give up',
      [spawned, ready, ended(null, 'SIGKILL')],
      'backingOff',
    ],
    ['of what is killed before it was up are one', [spawned, ended(null, 'SIGKILL')], 'givenUp'],
    ['of what crashes by itself are one, also when it was up', [spawned, ready, ended(null, 'SIGSEGV')], 'givenUp'],
    ['of what hangs are one', [spawned, ready, lost, ended(0)], 'givenUp'],
    [
      'of what runs elsewhere and is not there are none',
      [{ kind: 'spawned', pid: null }, lost, ended(null)],
      'backingOff',
    ],
    ['of what cannot be started are one', [noStart], 'givenUp'],
  ];
  for (const [what, life, expected] of cases) {
    test(what, () => {
      const bench = createBench();
      bench.send(startAsked);
      bench.send(...life);
      for (let i = 0; i < 30; i++) {
        const { phase } = bench.state;
        if (phase.kind === 'givenUp') break;
        assert.ok(phase.kind === 'backingOff');
        bench.wait(phase.until - bench.now);
        bench.send(...life);
      }
      assert.equal(phaseOf(bench), expected);
    });
  }
});

describe('a stop', () => {
  test('is asked for, reminded at half the grace, and then a kill', () => {
    const bench = createRunningBench({ stopGraceMs: 10 * second });
    bench.send(stopAsked);
    assert.deepEqual(bench.asked, ['askToStop']);
    bench.wait(5 * second);
    assert.deepEqual(bench.asked, ['terminate']);
    bench.wait(5 * second);
    assert.deepEqual(bench.asked, ['kill']);
    bench.wait(20 * second);
    assert.deepEqual(bench.asked, ['kill', 'kill'], 'as long as it is there');
    bench.send(ended(null, 'SIGKILL'));
    assert.equal(factsOf(bench, 'childKilled').length, 1);
    const [end] = factsOf(bench, 'childEnded');
    assert.equal(end?.wanted, true);
    assert.match(end?.sentence ?? '', /did not end within 10 s of being asked, and was killed/);
    assert.equal(bench.timers.size, 0);
  });

  test('while a restart is under way wins, and a start after it wins again', () => {
    const bench = createRunningBench();
    bench.send(restartAsked, stopAsked, ended(0));
    assert.equal(phaseOf(bench), 'stopped');
    bench.send(startAsked, spawned, restartAsked, stopAsked, startAsked, ended(0));
    assert.equal(phaseOf(bench), 'starting');
    assert.equal(bench.state.restarts, 0);
  });

  test('leaves no timer behind', () => {
    for (const make of Object.values(into)) {
      const bench = make();
      bench.send(stopAsked, ended(0));
      assert.equal(phaseOf(bench), 'stopped');
      assert.deepEqual([...bench.timers], []);
    }
  });
});

describe('silence', () => {
  const rules = { silenceMs: 30 * second };

  test('is a trouble first, and taken for hanging when it lasts', () => {
    const bench = createRunningBench(rules);
    bench.wait(30 * second);
    assert.equal(phaseOf(bench), 'degraded');
    assert.deepEqual(factsOf(bench, 'childWentSilent'), [{ kind: 'childWentSilent', silentMs: 30 * second }]);
    assert.deepEqual(bench.asked, []);
    bench.wait(30 * second);
    assert.deepEqual(bench.asked, ['askToStop']);
    bench.wait(10 * second);
    bench.send(ended(null, 'SIGKILL'));
    assert.equal(phaseOf(bench), 'backingOff');
    assert.match(factsOf(bench, 'childEnded')[0]?.sentence ?? '', /silent for 60 s .* was killed/);
  });

  test('that ends is over, and the watch goes on', () => {
    const bench = createRunningBench(rules);
    bench.wait(40 * second);
    bench.send(seen(bench));
    assert.equal(phaseOf(bench), 'running');
    assert.deepEqual(factsOf(bench, 'childRecovered'), [{ kind: 'childRecovered', lastedMs: 10 * second }]);
    bench.wait(30 * second);
    assert.equal(factsOf(bench, 'childWentSilent').length, 2);
  });

  test('is not over because its last sign is told again', () => {
    const bench = createRunningBench(rules);
    const { now } = bench;
    bench.wait(30 * second);
    bench.send({ kind: 'seen', at: now });
    assert.equal(phaseOf(bench), 'degraded');
  });

  test('is counted from the last sign of life', () => {
    const bench = createRunningBench(rules);
    for (let i = 0; i < 20; i++) {
      bench.wait(29 * second);
      bench.send(seen(bench));
    }
    assert.deepEqual(factsOf(bench, 'childWentSilent'), []);
  });

  test('counts while it starts, too', () => {
    const bench = createBench(rules);
    bench.send(startAsked, spawned);
    bench.wait(minute);
    assert.deepEqual(bench.asked, ['askToStop']);
  });

  test('is normal where nobody asked to watch it', () => {
    const bench = createRunningBench();
    bench.wait(100 * minute);
    assert.equal(phaseOf(bench), 'running');
  });
});

describe('memory and CPU', () => {
  const use = (bench: SupervisionBench, cpuPercent: number, rssBytes: number, times: number): void => {
    for (let i = 0; i < times; i++) {
      bench.send({ kind: 'usageMeasured', cpuPercent, rssBytes });
      if (bench.asked.length === 0) bench.wait(10 * second);
    }
  };

  test('above the ceiling for a minute are a restart with the reason', () => {
    const bench = createRunningBench({ memoryBytes: 100 * 1_048_576 });
    use(bench, 1, 200 * 1_048_576, 6);
    assert.equal(phaseOf(bench), 'running');
    use(bench, 1, 200 * 1_048_576, 1);
    assert.equal(phaseOf(bench), 'stopping');
    const warned = { kind: 'resourceWarned', what: 'memory', value: 200 * 1_048_576, limit: 100 * 1_048_576 };
    assert.deepEqual(factsOf(bench, 'resourceWarned'), [warned]);
    bench.send(ended(0));
    assert.equal(phaseOf(bench), 'backingOff');
    assert.match(factsOf(bench, 'childEnded')[0]?.sentence ?? '', /200 MB .* 100 MB are allowed/);
  });

  test('above the ceiling for a moment are nothing', () => {
    const bench = createRunningBench({ memoryBytes: 100 });
    for (let i = 0; i < 20; i++) {
      use(bench, 1, 200, 5);
      use(bench, 1, 50, 1);
    }
    assert.equal(phaseOf(bench), 'running');
  });

  test('share of CPU over five minutes is one warning for as long as it lasts', () => {
    const bench = createRunningBench({ cpuPercent: 50 });
    use(bench, 90, 1, 31);
    const warned = { kind: 'resourceWarned', what: 'cpu', value: 90, limit: 50 };
    assert.deepEqual(factsOf(bench, 'resourceWarned'), [warned]);
    use(bench, 90, 1, 62);
    assert.equal(factsOf(bench, 'resourceWarned').length, 1);
    use(bench, 5, 1, 31);
    use(bench, 90, 1, 62);
    assert.equal(factsOf(bench, 'resourceWarned').length, 2);
    assert.equal(phaseOf(bench), 'running');
  });
});
