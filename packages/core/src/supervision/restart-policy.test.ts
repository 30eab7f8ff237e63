import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { inOtherWords, sentenceOf } from '../sayings/saying.ts';
import { type Death, decideRestart, noDeaths, defaultRestartPolicy as policy } from './restart-policy.ts';
import { minute, second } from './testing/bench.ts';

const plain: Death = {
  ranMs: minute,
  isBlameless: false,
  meaning: { said: [inOtherWords('It ended.')], outlook: 'restart', fromOutside: false },
};
const quick: Death = { ...plain, ranMs: second };
const waiting = { ...plain.meaning, outlook: 'wait' } as const;

function afterAll(deaths: readonly Death[]) {
  let row = noDeaths;
  const decisions = deaths.map((death) => {
    const decision = decideRestart(policy, row, death, 0.5);
    row = decision.deaths;
    return decision;
  });
  const last = decisions.at(-1);
  assert.ok(last);
  return { decisions, last };
}

const delays = (deaths: readonly Death[]): readonly (number | null)[] =>
  afterAll(deaths).decisions.map((decision) => (decision.kind === 'restart' ? decision.delayMs : null));

describe('the restart policy', () => {
  test('waits twice as long each time, up to five minutes', () => {
    const expected = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * second);
    assert.deepEqual(delays(Array(11).fill(plain)), expected);
  });

  test('begins anew after a good spell', () => {
    const deaths = [plain, plain, plain, { ...plain, ranMs: policy.goodSpellMs }, plain];
    assert.deepEqual(delays(deaths), [1_000, 2_000, 4_000, 1_000, 2_000]);
  });

  test('gives up after ten quick deaths in a row, and says so with the last reason', () => {
    const { decisions, last } = afterAll(Array(10).fill(quick));
    assert.ok(decisions.slice(0, 9).every(({ kind }) => kind === 'restart'));
    assert.equal(last.kind, 'giveUp');
    const why = last.kind === 'giveUp' ? sentenceOf(last.why) : '';
    assert.equal(why, 'It ended 10 times in a row within 30 s of its start. It ended.');
    assert.equal(last.deaths.count, 10);
  });

  test('does not count a longer life among the quick deaths', () => {
    const nine = Array(9).fill(quick);
    assert.equal(afterAll([...nine, plain, ...nine]).last.kind, 'restart');
  });

  test('never gives up on what is blameless', () => {
    assert.equal(afterAll(Array(100).fill({ ...quick, isBlameless: true })).last.kind, 'restart');
  });

  test('waits at least a minute for what has to pass first, for as long as it takes', () => {
    const { decisions } = afterAll(Array(50).fill({ ...quick, meaning: waiting }));
    for (const decision of decisions) assert.ok(decision.kind === 'restart' && decision.delayMs >= policy.waitMs);
  });

  test('gives up at once where a restart is useless', () => {
    const { last } = afterAll([{ ...plain, meaning: { ...plain.meaning, outlook: 'useless' } }]);
    assert.deepEqual(last, { kind: 'giveUp', why: [inOtherWords('It ended.')], deaths: { count: 1, quickInARow: 0 } });
  });

  test('never waits longer than the cap and its jitter, nor less than the first delay without it', () => {
    const death = fc.record({
      ranMs: fc.integer({ min: 0, max: 600_000 }),
      isBlameless: fc.boolean(),
      meaning: fc.constantFrom(plain.meaning, waiting),
    });
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(death, chance), { maxLength: 40 }), (events) => {
        let row = noDeaths;
        for (const [each, moved] of events) {
          const decision = decideRestart(policy, row, each, moved);
          row = decision.deaths;
          if (decision.kind === 'giveUp') continue;
          const { firstMs, capMs, jitter } = policy.backoff;
          assert.ok(decision.delayMs >= Math.floor(firstMs * (1 - jitter)));
          assert.ok(decision.delayMs <= Math.ceil(capMs * (1 + jitter)));
        }
      }),
    );
  });
});
