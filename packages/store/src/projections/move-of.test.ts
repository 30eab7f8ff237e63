import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyFact } from '@dropwise/contract';
import { channelChosen, channelLeft, childEnded, newFact } from '../testing/make-facts.ts';
import { noon, openTempStore } from '../testing/temp-store.ts';

type Told = readonly [atSeconds: number, fact: AnyFact];
type Move = readonly [eventType: string, from: string | null, to: string | null, seconds: number | null];

const idle: AnyFact = { kind: 'becameIdle', why: 'idle-no-live-channel' };

const cases: readonly { readonly what: string; readonly told: readonly Told[]; readonly moves: readonly Move[] }[] = [
  { what: 'the first channel is a start', told: [[0, channelChosen('amy')]], moves: [['start', null, 'amy', null]] },
  {
    what: 'leaving for another in one breath is a switch',
    told: [
      [0, channelChosen('amy')],
      [90, channelLeft('amy')],
      [90, channelChosen('bob')],
    ],
    moves: [
      ['start', null, 'amy', null],
      ['switch', 'amy', 'bob', 90],
    ],
  },
  {
    what: 'leaving with nothing after it is a stop, and what comes later a start',
    told: [
      [0, channelChosen('amy')],
      [60, channelLeft('amy')],
      [600, channelChosen('bob')],
    ],
    moves: [
      ['start', null, 'amy', null],
      ['stop', 'amy', null, 60],
      ['start', null, 'bob', null],
    ],
  },
  {
    what: 'leaving because there is nothing to watch is an idle',
    told: [
      [0, channelChosen('amy')],
      [60, channelLeft('amy')],
      [60, idle],
      [120, channelChosen('amy')],
    ],
    moves: [
      ['start', null, 'amy', null],
      ['idle', 'amy', null, 60],
      ['start', null, 'amy', null],
    ],
  },
  {
    what: 'a source that never says that a channel was left still has its switches',
    told: [
      [0, channelChosen('amy')],
      [30, channelChosen('amy')],
      [60, channelChosen('bob')],
    ],
    moves: [
      ['start', null, 'amy', null],
      ['switch', 'amy', 'bob', 60],
    ],
  },
  {
    what: 'the death of the child ends what it watched',
    told: [
      [0, channelChosen('amy')],
      [60, childEnded()],
      [70, childEnded()],
      [80, channelChosen('amy')],
    ],
    moves: [
      ['start', null, 'amy', null],
      ['stop', 'amy', null, 60],
      ['start', null, 'amy', null],
    ],
  },
  { what: 'idle from the start has nothing before it', told: [[0, idle]], moves: [['idle', null, null, null]] },
  {
    what: 'a clock that was set back gives no duration rather than a wrong one',
    told: [
      [100, channelChosen('amy')],
      [0, channelChosen('bob')],
    ],
    moves: [
      ['start', null, 'amy', null],
      ['switch', 'amy', 'bob', null],
    ],
  },
  {
    what: 'a channel that is left twice is left once',
    told: [
      [0, channelChosen('amy')],
      [60, channelLeft('amy')],
      [61, channelLeft('amy')],
    ],
    moves: [
      ['start', null, 'amy', null],
      ['stop', 'amy', null, 60],
    ],
  },
];

for (const { what, told, moves } of cases) {
  test(what, async () => {
    await using opened = await openTempStore();
    for (const [atSeconds, fact] of told) {
      opened.store.writer.addFacts([newFact(fact, { at: noon + atSeconds * 1_000 })]);
    }
    const { items } = opened.store.reader.moves({ limit: 100, after: 0 });
    assert.deepEqual(
      items.map(({ eventType, fromChannel, toChannel, durationSeconds }) => [
        eventType,
        fromChannel,
        toChannel,
        durationSeconds,
      ]),
      moves,
    );
  });
}

test('what a child watches is remembered over the life of the console, and apart from other children', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  writer.addFacts([newFact(channelChosen('amy')), newFact(channelChosen('zoe'), { childId: 'other' })]);
  writer.addFacts([newFact(channelChosen('bob', { why: 'it is better' }), { at: noon + 5_000 })]);
  assert.deepEqual(reader.moves({ limit: 1 }).items, [
    {
      seq: 3,
      at: noon + 5_000,
      childId: 'miner',
      eventType: 'switch',
      fromChannel: 'amy',
      toChannel: 'bob',
      reason: 'it is better',
      durationSeconds: 5,
    },
  ]);
  assert.equal(reader.moves({ limit: 10, childId: 'other' }).items.length, 1);
});
