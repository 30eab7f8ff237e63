import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type BoardSecond, PulseBoard } from './pulse-board.ts';
import { pulseOf } from './testing/pulse-of.ts';

function openBoard(shards: readonly number[]): { readonly board: PulseBoard; readonly told: BoardSecond[] } {
  const told: BoardSecond[] = [];
  return { board: new PulseBoard(shards, (second) => told.push(second)), told };
}

function segmentsIn({ pulses }: BoardSecond): number[] {
  return pulses.map(({ pulse }) => pulse.counts.segments);
}

describe('the board of pulses', () => {
  test('tells a second when every shard has said it', () => {
    const { board, told } = openBoard([0, 1]);
    board.add(0, pulseOf(1_002, { segments: 3 }));
    assert.deepEqual(told, []);
    board.add(1, pulseOf(998, { segments: 4 }));
    assert.deepEqual([told.map(({ second }) => second), told.map(segmentsIn)], [[1], [[3, 4]]]);
  });

  test('does not wait for ever for one that hangs behind, and keeps its last counts, without a window', () => {
    const { board, told } = openBoard([0, 1]);
    board.add(1, {
      ...pulseOf(1_000, { segments: 5 }),
      pulse: pulseOf(1_000, { segments: 5 }, { ttfb_due: ['x'] }).pulse,
    });
    for (const second of [1, 2, 3, 4, 5]) board.add(0, pulseOf(second * 1_000, { segments: second }));
    assert.deepEqual(
      told.map(({ second }) => second),
      [1, 2],
    );
    assert.deepEqual(
      told.map(segmentsIn),
      [
        [5, 1],
        [5, 2],
      ].map((pair) => [...pair]),
    );
    assert.deepEqual(told[1]?.pulses[0]?.pulse.windows, {});
  });

  test('goes on without one that is gone, whose counts stay', () => {
    const { board, told } = openBoard([0, 1]);
    board.add(0, pulseOf(1_000, { segments: 1 }));
    board.add(1, pulseOf(1_000, { segments: 9 }));
    board.add(0, pulseOf(2_000, { segments: 2 }));
    board.remove(1);
    assert.deepEqual(
      told.map(({ second }) => second),
      [1, 2],
    );
    assert.deepEqual(told[1] === undefined ? [] : segmentsIn(told[1]).sort(), [2, 9]);
  });

  test('one that is gone has no viewers, and takes nothing of the machine', () => {
    const { board, told } = openBoard([0, 1]);
    const counts = { planned: 5, joining: 1, playing: 2, stalled: 1, ended: 1, failed: 0, lost: 0 };
    const egress = [{ name: 'direct', state: 'closed' as const, viewers: 4, note: null }];
    board.add(1, { ...pulseOf(1_000, { segments: 9 }), counts, egress });
    board.remove(1);
    board.add(0, pulseOf(1_000));
    board.add(0, pulseOf(2_000));
    const gone = told.at(-1)?.pulses.find(({ pulse }) => pulse.counts.segments === 9);
    assert.deepEqual(gone?.counts, { ...counts, joining: 0, playing: 0, stalled: 0 });
    assert.deepEqual([gone?.egress[0]?.viewers, gone?.usage.rssBytes, gone?.usage.cpuPercent], [0, 0, 0]);
  });

  test('takes a pulse that is late into the next second, and tells none twice', () => {
    const { board, told } = openBoard([0]);
    board.add(0, pulseOf(3_000, { segments: 3 }));
    board.add(0, pulseOf(2_900, { segments: 2 }));
    assert.deepEqual(
      told.map(({ second }) => second),
      [3],
    );
  });
});
