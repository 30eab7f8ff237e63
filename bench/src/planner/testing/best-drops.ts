import { stepMinutes } from '../live-blocks.ts';
import { earnedDrops, isWatchable, type World } from '../world.ts';

/** For tests only: the most drops that anybody can earn, by trying everything. For worlds of a few campaigns and hours. */
export function bestDrops(world: World): number {
  let reached = new Set(['']);
  const read = (state: string): Map<number, number> =>
    new Map(state === '' ? [] : state.split(' ').map((part) => part.split(':').map(Number) as [number, number]));
  const write = (watched: Map<number, number>): string =>
    [...watched]
      .sort(([a], [b]) => a - b)
      .map(([index, minutes]) => `${index}:${minutes}`)
      .join(' ');
  for (let minute = 0; minute < world.minutes; minute += stepMinutes) {
    const next = new Set(reached);
    for (const campaign of world.campaigns) {
      if (!isWatchable(campaign, minute) || campaign.knownMinute > minute) continue;
      for (const state of reached) {
        const watched = read(state);
        const minutes = (watched.get(campaign.index) ?? 0) + stepMinutes;
        if (minutes > (campaign.thresholds.at(-1) ?? 0)) continue;
        next.add(write(watched.set(campaign.index, minutes)));
      }
    }
    reached = next;
  }
  const dropsOf = (state: string): number =>
    [...read(state)].reduce((sum, [index, minutes]) => {
      const campaign = world.campaigns[index];
      return campaign === undefined ? sum : sum + earnedDrops(campaign, minutes);
    }, 0);
  return Math.max(...[...reached].map(dropsOf));
}
