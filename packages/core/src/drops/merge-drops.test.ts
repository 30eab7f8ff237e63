import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dropInstanceId } from '@dropwise/kit';
import type { Claim, Drop } from './campaign.ts';
import { mergeDrops } from './merge-drops.ts';
import type { DropReport } from './report.ts';
import {
  buildBenefit,
  buildDrop,
  buildDropReport,
  byHand,
  claimed,
  type DropChange,
  endOfAll,
  hourMs,
  noon,
  ready,
  startOfAll,
} from './testing/build.ts';

const instanceId = dropInstanceId('1#2#3');
const self = (minutes: number, isClaimed = false, id: typeof instanceId | null = null): DropReport['self'] => ({
  minutes,
  claimed: isClaimed,
  instanceId: id,
});

function mergeOne(
  known: DropChange | null,
  report: Partial<DropReport>,
  benefits: Readonly<Record<string, number>> = {},
): Drop {
  const before = known === null ? [] : [buildDrop('drop-a', known)];
  const [drop] = mergeDrops(before, [buildDropReport('drop-a', report)], benefits, noon);
  assert.ok(drop);
  return drop;
}

describe('minutes of a merged drop', () => {
  const cases: [string, DropChange | null, Partial<DropReport>, string][] = [
    ['are none for a new one', null, {}, '0+0'],
    ['are the inventory’s', null, { self: self(17) }, '17+0'],
    ['stay as known where the source carries none', { minutes: 17, estimated: 2 }, {}, '17+2'],
    ['go up with the inventory', { minutes: 17, estimated: 2 }, { self: self(19) }, '19+0'],
    ['go down with the inventory', { minutes: 17, estimated: 2 }, { self: self(3) }, '3+0'],
    ['lose the estimate to the inventory', { minutes: 17, estimated: 2 }, { self: self(17) }, '17+0'],
    ['never pass the requirement', null, { self: self(90) }, '60+0'],
    ['shrink with a requirement that shrank', { minutes: 50, estimated: 5 }, { requiredMinutes: 30 }, '30+0'],
    ['are all of them once claimed', { minutes: 10 }, { self: self(0, true) }, '60+0'],
    ['are all of them for a new drop that is claimed', null, { self: self(0, true) }, '60+0'],
    ['stay all of them whatever the inventory forgets', { minutes: 60, claim: claimed }, { self: self(4) }, '60+0'],
  ];
  for (const [name, known, report, expected] of cases) {
    it(name, () => {
      const { progress } = mergeOne(known, report);
      assert.equal(`${progress.confirmedMinutes}+${progress.estimatedMinutes}`, expected);
    });
  }
  it('are confirmed by the inventory, now', () => {
    const { progress } = mergeOne({ minutes: 1 }, { self: self(2) });
    assert.deepEqual([progress.confirmedBy, progress.confirmedAt], ['inventory', noon]);
  });
  it('keep their first confirmation when the inventory repeats them', () => {
    const known = buildDrop('drop-a', { minutes: 17 });
    const before = {
      ...known,
      progress: { ...known.progress, confirmedAt: noon - hourMs, confirmedBy: 'socket' as const },
    };
    const [drop] = mergeDrops([before], [buildDropReport('drop-a', { self: self(17) })], {}, noon);
    assert.deepEqual(drop?.progress, before.progress);
  });
});

describe('the claim of a merged drop', () => {
  const again = { ...ready, instanceId: dropInstanceId('9#9#9') };
  const unclaimed: Claim = { kind: 'unclaimed' };
  const cases: [string, Claim | null, DropReport['self'], Claim][] = [
    ['is open for a new one', null, null, unclaimed],
    [
      'is ready when an instance is named',
      null,
      self(60, false, instanceId),
      { kind: 'ready', instanceId, readyAt: noon },
    ],
    ['stays ready since it was', ready, self(60, false, instanceId), ready],
    ['takes the newest instance', again, self(60, false, instanceId), { ...again, instanceId }],
    ['stays ready though the inventory is late', ready, self(59), ready],
    ['stays ready where the source carries none', ready, null, ready],
    ['is made when the inventory says so', ready, self(60, true, instanceId), { kind: 'claimed', at: noon }],
    ['stays made', claimed, self(0, false, instanceId), claimed],
    ['stays by hand', byHand, self(60, false, instanceId), { ...byHand, instanceId }],
    ['ends being by hand once it is made', byHand, self(60, true), { kind: 'claimed', at: noon }],
  ];
  for (const [name, before, said, expected] of cases) {
    it(name, () =>
      assert.deepEqual(mergeOne(before === null ? null : { claim: before }, { self: said }).claim, expected),
    );
  }
});

describe('a claim is inferred from awarded rewards', () => {
  const two = [buildBenefit('BADGE', 'x'), buildBenefit('BADGE', 'y')];
  const later = startOfAll + hourMs;
  const cases: [string, Readonly<Record<string, number>>, number | null][] = [
    ['not when none was awarded', {}, null],
    ['when one of them was, in the drop’s time', { x: later }, later],
    ['when all were, as of the last', { x: startOfAll, y: later }, later],
    ['not when one was awarded earlier', { x: startOfAll - 1, y: later }, null],
    ['not when it was awarded at the end', { x: endOfAll }, null],
    ['not by another reward', { z: later }, null],
    ['not in the year 1', { x: Date.parse('0001-01-01T00:00:00Z') }, null],
  ];
  for (const [name, awarded, at] of cases) {
    it(name, () => {
      const { claim } = mergeOne(null, { benefits: two }, awarded);
      assert.deepEqual(claim, at === null ? { kind: 'unclaimed' } : { kind: 'claimed', at, inferred: true });
    });
  }
  it('not against the account’s own word', () => {
    assert.deepEqual(mergeOne(null, { benefits: two, self: self(5) }, { x: later }).claim, { kind: 'unclaimed' });
  });
  it('for one that waits for a hand', () => {
    assert.deepEqual(mergeOne({ claim: byHand }, { benefits: two }, { x: later }).claim, {
      kind: 'claimed',
      at: later,
    });
  });
  it('without claiming that any minute was confirmed', () =>
    assert.equal(mergeOne(null, { benefits: two }, { x: later }).progress.confirmedMinutes, 0));
  it('until the account’s own word says otherwise', () => {
    const inferred = { kind: 'claimed', at: later, inferred: true } as const;
    assert.deepEqual(mergeOne({ claim: inferred }, { benefits: two, self: self(5) }, { x: later }).claim, {
      kind: 'unclaimed',
    });
  });
  it('only while the awards still speak for it', () => {
    const inferred = { kind: 'claimed', at: later, inferred: true } as const;
    assert.deepEqual(mergeOne({ claim: inferred }, { benefits: two }, {}).claim, { kind: 'unclaimed' });
  });
});

it('a drop that is no longer reported is gone', () => {
  assert.deepEqual(
    mergeDrops([buildDrop('old')], [buildDropReport('new')], {}, noon).map((drop) => drop.id),
    ['new'],
  );
});
