import type { MiningTime } from './mining-time.ts';
import type { Supply } from './plan-request.ts';

const hourMs = 3_600_000;
/** From here on somebody is likelier live than not: time can be set aside for it. */
const likelyChance = 0.5;

/** What a supply promises, in mined minutes from now. */
export interface SupplyAhead {
  /** Minutes that can be expected to be watchable in [from, to). */
  expectedMinutes(from: number, to: number): number;
  /** Whether time may be planned for it at this minute. */
  isLikely(minute: number): boolean;
  /** When `isLikely` changes, ascending. */
  readonly turns: readonly number[];
  readonly always: boolean;
  readonly liveNow: boolean;
}

const alwaysAhead: SupplyAhead = {
  expectedMinutes: (from, to) => Math.max(0, to - from),
  isLikely: () => true,
  turns: [],
  always: true,
  liveNow: true,
};

export function supplyAhead(supply: Supply, now: number, time: MiningTime): SupplyAhead {
  if (supply.kind === 'always') return alwaysAhead;
  const { hourly, liveNow } = supply;
  const hours = hourly.length;
  // Mined minutes, and expected ones, before each hour from now.
  const mined = new Float64Array(hours + 1);
  const expected = new Float64Array(hours + 1);
  for (let hour = 0; hour < hours; hour++) {
    mined[hour + 1] = time.minutesAt(now + (hour + 1) * hourMs);
    const minutes = (mined[hour + 1] ?? 0) - (mined[hour] ?? 0);
    expected[hour + 1] = (expected[hour] ?? 0) + minutes * (hourly[hour] ?? 0);
  }
  const lastChance = hourly[hours - 1] ?? 0;
  const hourOf = (minute: number): number => Math.min(hours, Math.floor((time.instantAt(minute) - now) / hourMs));
  const before = (minute: number): number => {
    if (minute <= 0) return 0;
    const hour = hourOf(minute);
    const chance = hour < hours ? (hourly[hour] ?? 0) : lastChance;
    return (expected[hour] ?? 0) + Math.max(0, minute - (mined[hour] ?? 0)) * chance;
  };
  return {
    expectedMinutes: (from, to) => Math.max(0, before(to) - before(from)),
    isLikely: (minute) => {
      const hour = hourOf(minute);
      return hour === 0 ? liveNow : (hour < hours ? (hourly[hour] ?? 0) : lastChance) >= likelyChance;
    },
    turns: turnsOf(mined, (hour) => (hour === 0 ? liveNow : (hourly[hour] ?? 0) >= likelyChance)),
    always: false,
    liveNow,
  };
}

function turnsOf(mined: Float64Array, isLikely: (hour: number) => boolean): readonly number[] {
  const turns: number[] = [];
  for (let hour = 1; hour < mined.length - 1; hour++) {
    if (isLikely(hour) !== isLikely(hour - 1)) turns.push(mined[hour] ?? 0);
  }
  return turns;
}
