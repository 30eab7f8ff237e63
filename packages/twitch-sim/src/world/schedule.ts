import { createRandom, hashText } from '@dropwise/kit';
import type { ChannelSchedule } from '../scenarios/scenario.ts';

/** A span in which a channel is live, or is not. `until` may end before the state does: ask again then. */
export interface ScheduleSpan {
  readonly live: boolean;
  /** Epoch ms. */
  readonly from: number;
  /** Epoch ms; Infinity = never changes. */
  readonly until: number;
}

interface Block {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The span around `at`, the same for the same seed, channel and day however it is asked. */
export function scheduleSpanAt(schedule: ChannelSchedule, seed: number, channelId: string, at: number): ScheduleSpan {
  switch (schedule.kind) {
    case 'always':
      return { live: true, from: 0, until: Number.POSITIVE_INFINITY };
    case 'never':
      return { live: false, from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
    case 'windows':
      return spanOf(schedule.windows, at, Number.POSITIVE_INFINITY);
    case 'dailyBlock': {
      const day = Math.floor(at / dayMs);
      const blocks: Block[] = [];
      for (let index = day - 1; index <= day + 2; index++) {
        const block = dailyBlock(schedule, seed, channelId, index);
        if (block !== null) blocks.push(block);
      }
      return spanOf(blocks, at, (day + 3) * dayMs);
    }
  }
}

function dailyBlock(
  schedule: Extract<ChannelSchedule, { kind: 'dailyBlock' }>,
  seed: number,
  channelId: string,
  day: number,
): Block | null {
  const random = createRandom(hashText(`${seed}:${channelId}:${day}`));
  if (random() >= schedule.share) return null;
  const from = day * dayMs + Math.floor(random() * dayMs);
  const hours = schedule.minHours + random() * (schedule.maxHours - schedule.minHours);
  return { from, to: from + Math.floor(hours * hourMs) };
}

/** `horizon` is where the knowledge of the blocks ends. Blocks that touch are one stream. */
function spanOf(blocks: readonly Block[], at: number, horizon: number): ScheduleSpan {
  const current = blocks.find((block) => block.from <= at && at < block.to);
  if (current === undefined) {
    const next = Math.min(horizon, ...blocks.filter((block) => block.from > at).map((block) => block.from));
    return {
      live: false,
      from: Math.max(...blocks.map((block) => (block.to <= at ? block.to : -Infinity)), -Infinity),
      until: next,
    };
  }
  let { from, to } = current;
  for (let grown = true; grown; ) {
    grown = false;
    for (const block of blocks) {
      if (block.from > to || block.to < from || (block.from >= from && block.to <= to)) continue;
      from = Math.min(from, block.from);
      to = Math.max(to, block.to);
      grown = true;
    }
  }
  return { live: true, from, until: to };
}
