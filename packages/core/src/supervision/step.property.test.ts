import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOtherWords } from '../sayings/saying.ts';
import type { ChildInput } from './input.ts';
import type { ChildPhase } from './state.ts';
import { createBench, ended, minute, ready, restartAsked, second, startAsked, stopAsked } from './testing/bench.ts';

const withRun: readonly ChildPhase['kind'][] = ['starting', 'ready', 'running', 'degraded', 'stopping'];

/** What a world does: a wait, or something that fits the moment. */
type Move = { readonly kind: 'wait'; readonly spanMs: number } | { readonly kind: 'input'; readonly input: ChildInput };

const always = fc.constantFrom<ChildInput>(
  startAsked,
  stopAsked,
  restartAsked,
  ready,
  { kind: 'seen', at: 0 },
  { kind: 'troubled', why: inOtherWords('x') },
  { kind: 'troubled', why: null },
  { kind: 'lost', why: inOtherWords('x') },
  { kind: 'usageMeasured', cpuPercent: 90, rssBytes: 2_000 },
  { kind: 'usageMeasured', cpuPercent: 1, rssBytes: 10 },
);
/** Only where there is a run to answer for. */
const answers = fc.constantFrom<ChildInput>(
  { kind: 'spawned', pid: 7 },
  { kind: 'spawned', pid: null },
  { kind: 'startFailed', code: 'ENOENT', detail: '' },
  ended(0),
  ended(1),
  ended(4),
  ended(null, 'SIGKILL'),
);
const move: fc.Arbitrary<Move> = fc.oneof(
  fc
    .constantFrom(0, 100, 3 * second, 20 * second, minute, 10 * minute)
    .map((spanMs) => ({ kind: 'wait', spanMs }) as const),
  fc.oneof(always, answers).map((input) => ({ kind: 'input', input }) as const),
);
const rules = fc.record({
  program: fc.constantFrom('dropwise' as const, 'command' as const),
  silenceMs: fc.constantFrom(0, 15 * second),
  memoryBytes: fc.constantFrom(null, 1_000),
  cpuPercent: fc.constantFrom(null, 50),
});
const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

interface World {
  readonly bench: ReturnType<typeof createBench>;
  /** `asked`: between `spawn` and its answer; `up`: between `spawned` and its end. */
  readonly process: 'none' | 'asked' | 'up';
  play(move: Move): void;
}

/** Holds what the world may answer, and that nobody is started beside somebody. */
function createWorld(given: Parameters<typeof createBench>[0], chance: number): World {
  const bench = createBench(given, () => chance);
  let process: World['process'] = 'none';
  let looked = 0;
  const look = (): void => {
    for (const effect of bench.effects.slice(looked)) {
      if (effect.kind !== 'spawn') continue;
      assert.equal(process, 'none', 'started beside a process that is still there');
      process = 'asked';
    }
    looked = bench.effects.length;
    const { phase, run } = bench.state;
    assert.equal(run !== null, withRun.includes(phase.kind), `a run in ${phase.kind}`);
    assert.equal(process !== 'none', run !== null);
    if (phase.kind === 'backingOff') {
      assert.ok(phase.until - phase.since <= 360 * second && phase.until - phase.since >= 800);
      assert.equal(bench.timers.get('restart'), phase.until);
    }
    if (phase.kind === 'stopping') assert.ok(bench.timers.has('kill'), 'a stop without an end');
    if (phase.kind === 'stopped' || phase.kind === 'givenUp') assert.equal(bench.timers.size, 0);
  };
  const fits = (input: ChildInput): boolean => {
    if (input.kind === 'spawned' || input.kind === 'startFailed') return process === 'asked';
    return input.kind !== 'ended' || process === 'up';
  };
  return {
    bench,
    get process() {
      return process;
    },
    play: (each) => {
      if (each.kind === 'wait') bench.wait(each.spanMs);
      else if (fits(each.input)) {
        if (each.input.kind === 'spawned') process = 'up';
        if (each.input.kind === 'ended' || each.input.kind === 'startFailed') process = 'none';
        bench.send(each.input.kind === 'seen' ? { kind: 'seen', at: bench.now } : each.input);
      }
      look();
    },
  };
}

test('whatever happens, there are never two processes, and every state is legal', () => {
  fc.assert(
    fc.property(rules, chances, fc.array(move, { maxLength: 200, size: 'max' }), (given, chance, moves) => {
      const world = createWorld(given, chance);
      for (const each of moves) world.play(each);
    }),
    { numRuns: 400 },
  );
});

test('after any sequence a stop ends in stopped, within the grace and a kill', () => {
  fc.assert(
    fc.property(rules, chances, fc.array(move, { maxLength: 80, size: 'max' }), (given, chance, moves) => {
      const world = createWorld(given, chance);
      for (const each of moves) world.play(each);
      world.play({ kind: 'input', input: stopAsked });
      if (world.process === 'asked') world.play({ kind: 'input', input: { kind: 'spawned', pid: 7 } });
      world.play({ kind: 'wait', spanMs: 10 * second });
      if (world.process === 'up') {
        assert.ok(world.bench.effects.some(({ kind }) => kind === 'kill'));
        world.play({ kind: 'input', input: ended(null, 'SIGKILL') });
      }
      assert.equal(world.bench.state.phase.kind, 'stopped');
      world.play({ kind: 'wait', spanMs: 60 * minute });
      assert.equal(world.bench.state.phase.kind, 'stopped', 'it stays down');
    }),
    { numRuns: 300 },
  );
});

test('the count of restarts is the count of starts that nobody asked for', () => {
  fc.assert(
    fc.property(rules, chances, fc.array(move, { maxLength: 200, size: 'max' }), (given, chance, moves) => {
      const world = createWorld(given, chance);
      let expected = 0;
      let isUnasked = false;
      for (const each of moves) {
        const spawnsBefore = world.bench.effects.filter(({ kind }) => kind === 'spawn').length;
        const before = world.process;
        world.play(each);
        const after: World['process'] = world.process;
        if (before === 'asked' && after === 'up' && isUnasked) expected += 1;
        // Only time starts anything that no input asked for.
        const spawns = world.bench.effects.filter(({ kind }) => kind === 'spawn').length;
        if (spawns > spawnsBefore) isUnasked = each.kind === 'wait';
        assert.equal(world.bench.state.restarts, expected);
      }
    }),
    { numRuns: 300 },
  );
});

test('phases are told without a gap, and every planned delay is within its bounds', () => {
  fc.assert(
    fc.property(rules, chances, fc.array(move, { maxLength: 150, size: 'max' }), (given, chance, moves) => {
      const world = createWorld(given, chance);
      for (const each of moves) world.play(each);
      let phase: ChildPhase['kind'] = 'stopped';
      for (const fact of world.bench.facts) {
        if (fact.kind === 'childPhaseChanged') {
          assert.equal(fact.from, phase);
          phase = fact.to;
        }
        if (fact.kind === 'childRestartPlanned') assert.ok(fact.delayMs >= 800 && fact.delayMs <= 360 * second);
      }
      assert.equal(phase, world.bench.state.phase.kind);
    }),
    { numRuns: 200 },
  );
});
