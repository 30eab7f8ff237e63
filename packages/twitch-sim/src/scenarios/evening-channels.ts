import { createRandom, hashText } from '@dropwise/kit';
import { nameOfChannel } from './channel-names.ts';
import type { ScenarioChannel } from './scenario.ts';

const games = { marathon: '407314011', warframe: '66170', tanks: '27546', raiders: '464339927' } as const;

interface Row {
  readonly number: number;
  readonly game: keyof typeof games;
  readonly viewers: number;
  /** Minutes after the start, [from, to); null = always live. */
  readonly live: readonly (readonly [from: number, to: number])[] | null;
}

/** Numbers below 1,000,000 are the history's, on allow lists; the rest is invented. */
const rows: readonly Row[] = [
  {
    number: 3669,
    game: 'warframe',
    viewers: 9_400,
    live: [
      [-25, 35],
      [56, 150],
    ],
  },
  {
    number: 4541,
    game: 'warframe',
    viewers: 1_300,
    live: [
      [28, 130],
      [200, 380],
    ],
  },
  { number: 1_000_001, game: 'marathon', viewers: 5_200, live: null },
  { number: 1_000_002, game: 'marathon', viewers: 14_800, live: [[-90, 47]] },
  { number: 1_000_003, game: 'marathon', viewers: 2_100, live: [[12, 190]] },
  {
    number: 1_000_004,
    game: 'marathon',
    viewers: 760,
    live: [
      [-30, 75],
      [110, 260],
    ],
  },
  { number: 1_000_005, game: 'marathon', viewers: 310, live: [[70, 300]] },
  { number: 1_000_006, game: 'tanks', viewers: 1_900, live: null },
  {
    number: 1_000_007,
    game: 'tanks',
    viewers: 3_700,
    live: [
      [-60, 22],
      [95, 240],
    ],
  },
  { number: 1_000_008, game: 'tanks', viewers: 640, live: [[18, 170]] },
  { number: 1_000_009, game: 'tanks', viewers: 280, live: [[-10, 64]] },
  { number: 1_000_010, game: 'raiders', viewers: 21_000, live: [[-120, 180]] },
  { number: 1_000_011, game: 'raiders', viewers: 4_400, live: [[35, 210]] },
  { number: 1_000_012, game: 'warframe', viewers: 850, live: [[-15, 120]] },
  { number: 1_000_013, game: 'warframe', viewers: 430, live: [[50, 200]] },
  { number: 1_000_014, game: 'marathon', viewers: 1_150, live: [[140, 330]] },
  { number: 1_000_015, game: 'tanks', viewers: 520, live: [[120, 320]] },
  { number: 1_000_016, game: 'raiders', viewers: 970, live: [[90, 270]] },
  { number: 1_000_017, game: 'marathon', viewers: 90, live: [[40, 100]] },
  { number: 1_000_018, game: 'tanks', viewers: 60, live: [[200, 300]] },
  { number: 1_000_019, game: 'marathon', viewers: 3_300, live: [[180, 360]] },
  { number: 1_000_020, game: 'tanks', viewers: 140, live: [] },
  { number: 1_000_021, game: 'raiders', viewers: 75, live: [] },
  { number: 1_000_022, game: 'warframe', viewers: 35, live: [[100, 160]] },
  { number: 1_000_023, game: 'marathon', viewers: 45, live: [] },
];

/** The first `count` channels of the evening; who is live when does not depend on the seed, viewers do. */
export function eveningChannels(startAt: number, seed: number, count: number): ScenarioChannel[] {
  return rows.slice(0, count).map((row) => {
    const random = createRandom(hashText(`viewers:${seed}:${row.number}`));
    return {
      id: String(row.number),
      ...nameOfChannel(row.number),
      gameId: games[row.game],
      viewers: Math.round(row.viewers * (0.7 + 0.6 * random())),
      schedule: scheduleOf(row, startAt),
    };
  });
}

function scheduleOf(row: Row, startAt: number): ScenarioChannel['schedule'] {
  if (row.live === null) return { kind: 'always' };
  if (row.live.length === 0) return { kind: 'never' };
  const at = (minutes: number) => startAt + minutes * 60_000;
  return { kind: 'windows', windows: row.live.map(([from, to]) => ({ from: at(from), to: at(to) })) };
}
