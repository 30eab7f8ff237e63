import { dropsOpen, healthOf, type MinerState, whyNotCampaign, whyNotContext } from '@dropwise/core';
import { duration } from './narrate.ts';

/** The state in lines for a person: SIGUSR1, and the top of a dump. */
export function describeState(state: MinerState, now: number): readonly string[] {
  const health = healthOf(state, now);
  const lines = [`${health.level}: ${health.sentence} ${health.todo}`.trim()];
  for (const other of health.others) lines.push(`${other.level}: ${other.sentence} ${other.todo}`.trim());
  lines.push(`account: ${accountOf(state)}; doing: ${state.phase.kind}`);
  lines.push(...watchingOf(state, now));
  const { claimed, confirmedMinutes } = state.totals;
  lines.push(`since the start: ${claimed} drops claimed, ${confirmedMinutes} minutes confirmed`);
  const context = whyNotContext(state, now);
  for (const campaign of Object.values(state.campaigns)) {
    lines.push(`  ${campaign.game.name} / ${campaign.name}: ${whyNotCampaign(context, campaign).sentence}`);
  }
  return lines;
}

function accountOf({ account }: MinerState): string {
  return account.kind === 'signedIn' ? `signed in as ${account.login}` : 'not signed in';
}

function watchingOf(state: MinerState, now: number): readonly string[] {
  const { watching } = state;
  if (watching === null) return ['watching: nothing'];
  const login = state.channels[watching.channelId]?.login ?? watching.channelId;
  const age = watching.lastConfirmedAt === null ? 'none yet' : `${duration(now - watching.lastConfirmedAt)} ago`;
  const lines = [
    `watching: ${login} over ${watching.transport} for ${duration(now - watching.since)}; last confirmation: ${age}`,
  ];
  const campaign = watching.campaignId === null ? undefined : state.campaigns[watching.campaignId];
  if (campaign === undefined) return lines;
  for (const drop of dropsOpen(campaign, state.settings, now)) {
    const { confirmedMinutes, estimatedMinutes } = drop.progress;
    const estimate = estimatedMinutes === 0 ? '' : ` and ${estimatedMinutes} estimated`;
    lines.push(`  ${drop.name}: ${confirmedMinutes} of ${drop.requiredMinutes} min confirmed${estimate}`);
  }
  return lines;
}
