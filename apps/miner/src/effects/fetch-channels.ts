import type { CampaignReport, ChannelReport, DirectoryQuery, Effect, Failure, RejectedItem } from '@dropwise/core';
import type { CampaignId, ChannelId } from '@dropwise/kit';
import type { TwitchChannel } from '@dropwise/twitch';
import { campaignReportOf } from '../translate/campaigns.ts';
import { channelReportOf } from '../translate/channels.ts';
import { failureOfGql } from '../translate/failures.ts';
import type { EffectContext } from './effect-context.ts';

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

interface Found {
  readonly reports: ChannelReport[];
  readonly rejected: RejectedItem[];
  readonly failures: Failure[];
}

/** Directories and allow lists, at the same time; what fails is told beside what arrived. Protocol 3.9, 3.10. */
export async function fetchChannels(context: EffectContext, effect: Of<'fetchChannels'>): Promise<void> {
  const found: Found = { reports: [], rejected: [], failures: [] };
  const tellSome = (reports: readonly ChannelReport[]): void => {
    if (context.state().watching !== null || reports.length === 0) return;
    context.post({ kind: 'someChannelsArrived', requestId: effect.requestId, reports });
  };
  const directories = effect.directories.map((query) => readDirectory(context, query, found, tellSome));
  await Promise.all([...directories, checkAllowed(context, effect.checks, found)]);
  if (found.failures.some((failure) => context.endsSession(failure))) return;
  const failed = new Set(found.failures.map((failure) => failure.operation));
  const succeeded = ['DirectoryPage_Game', 'VideoPlayerStreamInfoOverlayChannel'].filter((name) => !failed.has(name));
  context.post({ kind: 'channelsArrived', requestId: effect.requestId, ...found, succeeded });
}

/** A slug that no category has was guessed from the name: Twitch is asked for the right one, once. */
async function readDirectory(
  context: EffectContext,
  query: DirectoryQuery,
  found: Found,
  tellSome: (reports: readonly ChannelReport[]) => void,
): Promise<void> {
  const { twitch, signal } = context;
  let result = await twitch.gameDirectory(query.slug, {}, signal);
  if (result.ok && !result.value.found) {
    const slug = await askSlug(context, query);
    if (slug !== null && slug !== query.slug) result = await twitch.gameDirectory(slug, {}, signal);
  }
  if (!result.ok) {
    found.failures.push(failureOfGql(result.failure));
    return;
  }
  const reports = result.value.channels.map(channelReportOf);
  found.reports.push(...reports);
  tellSome(reports);
  for (const { id, path, problem } of result.value.rejected)
    found.rejected.push({ what: 'channel', id: id ?? path, problem });
}

async function askSlug({ twitch, state, signal }: EffectContext, query: DirectoryQuery): Promise<string | null> {
  const campaign = Object.values(state().campaigns).find(({ game }) => game.id === query.gameId);
  if (campaign === undefined) return null;
  const result = await twitch.slugRedirect(campaign.game.name, signal);
  return result.ok ? (result.value?.slug ?? null) : null;
}

async function checkAllowed(
  context: EffectContext,
  checks: Of<'fetchChannels'>['checks'],
  found: Found,
): Promise<void> {
  if (checks.length === 0) return;
  const results = await context.twitch.streamInfos(
    checks.map((check) => check.login),
    context.signal,
  );
  results.forEach((result, index) => {
    const check = checks[index];
    if (check === undefined) return;
    if (!result.ok) {
      found.failures.push(failureOfGql(result.failure));
      return;
    }
    const offline = { id: check.id, login: check.login, displayName: check.login, stream: null };
    found.reports.push(result.value === null ? offline : { ...channelReportOf(result.value), id: check.id });
  });
}

export async function checkChannel(context: EffectContext, effect: Of<'checkChannel'>): Promise<void> {
  const { channelId, login } = effect;
  const result = await context.twitch.streamInfo(login, context.signal);
  if (result.ok) {
    context.post({ kind: 'channelChecked', channelId, report: reportOn(channelId, result.value) });
    return;
  }
  const failure = failureOfGql(result.failure);
  if (!context.endsSession(failure)) context.post({ kind: 'channelCheckFailed', channelId, failure });
}

/** A login that another channel has by now says nothing of the one that was asked for. Without an id whoever has it is meant. */
function reportOn(channelId: ChannelId, channel: TwitchChannel | null): ChannelReport | null {
  if (channel === null) return null;
  const report = channelReportOf(channel);
  return channelId === '' || report.id === channelId ? report : null;
}

/** Which campaigns live channels name; the third source. Protocol 3.14. */
export async function fetchAvailableDrops(context: EffectContext, effect: Of<'fetchAvailableDrops'>): Promise<void> {
  const results = await context.twitch.availableDrops(effect.channelIds, context.signal);
  const answers: { channelId: ChannelId; campaignIds: readonly CampaignId[] }[] = [];
  const reports = new Map<CampaignId, CampaignReport>();
  const failures: Failure[] = [];
  for (const result of results) {
    if (!result.ok) failures.push(failureOfGql(result.failure));
    else if (result.value !== null) {
      answers.push({ channelId: result.value.channelId, campaignIds: result.value.campaignIds });
      for (const campaign of result.value.campaigns)
        reports.set(campaign.id, campaignReportOf(campaign, 'available-drops'));
    }
  }
  if (failures.some((failure) => context.endsSession(failure))) return;
  context.post({ kind: 'availableDropsArrived', answers, reports: [...reports.values()], failures });
}
