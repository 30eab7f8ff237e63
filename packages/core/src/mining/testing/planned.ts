import { campaignId, dropId } from '@dropwise/kit';
import type { CampaignReport } from '../../drops/report.ts';
import type { Memory } from '../memory.ts';
import type { MiningSettings } from '../settings.ts';
import {
  type Bench,
  campaignReport,
  channelReport,
  createWatchingBench,
  dropReport,
  ferry,
  hour,
  instanceIdOf,
  lanterns,
  minute,
  start,
} from './fixtures.ts';
import { acceptBeat, effects, phaseOf } from './reading.ts';

export const [lantern, harbour] = [campaignId('campaign-lantern'), campaignId('campaign-harbour')];
export const must: Partial<MiningSettings> = { wishes: { games: { Ferry: 'must' }, campaigns: {}, drops: {} } };

/** A campaign of that game with one drop, which ends so many hours from the start. */
export function of(name: string, game = lanterns, hours = 24, minutes = 60, change: Partial<CampaignReport> = {}) {
  const endsAt = start + hours * hour;
  const drops = [dropReport(`${name}-1`, { endsAt, requiredMinutes: minutes })];
  return campaignReport(name, { game, endsAt, drops, ...change });
}

export const lanternChannel = channelReport(1);
export const ferryChannel = channelReport(2, { game: ferry });

export function plannedBench(
  reports: readonly CampaignReport[],
  settings: Partial<MiningSettings> = {},
  channels = [lanternChannel, ferryChannel],
): Bench {
  return createWatchingBench(reports, channels, { mode: 'plan', ...settings });
}

export function reload(
  bench: Bench,
  reports: readonly CampaignReport[],
  channels = [lanternChannel, ferryChannel],
): void {
  bench.send({ kind: 'reloadRequested' });
  bench.inventory(reports);
  if (phaseOf(bench) === 'channelsFetch') bench.channels(channels);
}

/** Minutes that Twitch confirms, one at a time, where the miner watches. */
export function confirm(bench: Bench, name: string, from: number, to: number): void {
  for (let minutes = from; minutes <= to; minutes++) {
    acceptBeat(bench);
    bench.wait(minute);
    const channel = bench.state.watching?.channelId ?? null;
    bench.send({ kind: 'dropProgressed', dropId: dropId(`drop-${name}-1`), channelId: channel, minutes });
  }
}

export function savedBy(bench: Bench): Memory {
  bench.send({ kind: 'dropBecameClaimable', dropId: dropId('drop-lantern-1'), instanceId: instanceIdOf('lantern-1') });
  bench.send({ kind: 'claimAnswered', dropId: dropId('drop-lantern-1'), outcome: { kind: 'claimed' } });
  const saved = effects(bench, 'saveMemory').at(-1);
  if (saved?.kind !== 'saveMemory') throw new Error('expected the memory to be saved, found nothing');
  return saved.memory;
}
