import type { Fact } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import type { LogLevel } from '@dropwise/runtime';

export interface Sentence {
  readonly level: LogLevel;
  readonly text: string;
}

/** A fact as a line that a person reads. Quiet shows `person` alone. */
export function narrate(fact: Fact): Sentence {
  switch (fact.kind) {
    case 'deviceCodeIssued':
      return person(
        `Sign in: open ${fact.verificationUri} and enter ${fact.userCode} (until ${clockTime(fact.expiresAt)}).`,
      );
    case 'signedIn':
      return person(`Signed in as ${fact.login}.`);
    case 'signInFailed':
      return person(`Signing in did not work: ${fact.detail}. Next try at ${clockTime(fact.retryAt)}.`);
    case 'sessionRevoked':
      return person(`Twitch ended the session: ${fact.detail}. Signing in again; nothing earned is lost.`);
    case 'signedOut':
      return person(`Signed out ${fact.login}. The login is forgotten; what is known of the drops is kept.`);
    case 'campaignsDiscovered':
      if (fact.count === 0) return info('No campaign is known.');
      return info(
        `${count(fact.count, 'campaign')} known: ${fact.active} running, ${fact.upcoming} to come (${sources(fact.bySource)}).`,
      );
    case 'campaignAppeared':
      return detail(`New campaign: ${fact.campaignName} (${fact.gameName}).`);
    case 'planMade':
      return info(planSentence(fact));
    case 'planSwitched':
      return info(`Leaving ${fact.fromCampaignName} for ${fact.toCampaignName}: ${fact.why}`);
    case 'dropGivenUp':
      return person(
        `${fact.dropName} (${fact.campaignName}) will not be earned as things stand: its time goes to ${fact.forCampaignNames.join(', ') || 'what is likely to come'}.`,
      );
    case 'channelsFound':
      return info(`${count(fact.total, 'channel')} found, ${fact.live} live.`);
    case 'channelChosen':
      return info(
        `Watching ${fact.login}${forCampaign(fact.game, fact.campaignName)} over ${fact.transport}${because(fact.why)}.`,
      );
    case 'channelLeft':
      return detail(`Left ${fact.login}${because(fact.why)}.`);
    case 'channelWentLive':
      return detail(`${fact.login} is live${fact.game === null ? '' : ` with ${fact.game}`}.`);
    case 'channelWentOffline':
      return detail(`${fact.login} went offline.`);
    case 'becameIdle':
      return info(idleSentences[fact.why]);
    case 'minuteConfirmed':
      return info(
        `${fact.dropName}: ${fact.minutes} of ${fact.requiredMinutes} min confirmed (${fact.gameName}, by ${fact.by}).`,
      );
    case 'minuteEstimated':
      return detail(`${fact.dropName}: ${count(fact.estimatedMinutes, 'minute')} estimated, not confirmed yet.`);
    case 'progressContradicted':
      return detail(
        `${fact.dropName}: ${fact.by} says ${fact.reportedMinutes} min, ${fact.confirmedMinutes} were confirmed; ${fact.accepted ? 'the inventory counts' : 'kept'}.`,
      );
    case 'dropBecameClaimable':
      return info(`${fact.dropName} is earned; claiming it.`);
    case 'dropClaimed':
      return person(
        `Claimed ${fact.benefitNames.join(', ') || fact.dropName} (${fact.gameName}, ${fact.campaignName}).`,
      );
    case 'claimFailed':
      return info(
        `Claim of ${fact.dropName} failed (${fact.detail}); try ${fact.attempts + 1} at ${clockTime(fact.retryAt)}.`,
      );
    case 'claimHandedOver':
      return person(`Twitch wants you to claim ${fact.dropName} yourself: ${fact.link}`);
    case 'claimExpired':
      return person(`${fact.dropName} can no longer be claimed: its campaign ended over 24 hours ago.`);
    case 'transportChanged':
      return info(`Watching over ${fact.to} now: ${fact.why}.`);
    case 'transportProved':
      return detail(`Twitch counts what is watched over ${fact.transport}; remembered.`);
    case 'reasonRaised':
      // The code itself is told by its own fact.
      return fact.code === 'login-needed' ? detail(fact.sentence) : person(`${fact.sentence} ${fact.todo}`.trim());
    case 'reasonCleared':
      return fact.code === 'login-needed'
        ? detail('The login is done.')
        : info(`Over after ${duration(fact.lastedMs)}: ${fact.code}.`);
    case 'itemQuarantined':
      return info(`Set aside ${fact.what} ${fact.name}: ${fact.problem}. Tried again at ${clockTime(fact.retryAt)}.`);
    case 'itemReleased':
      return info(`${fact.what} ${fact.name} can be used again.`);
    case 'inputRejected':
      return person(
        `Something came that the miner could not handle (${fact.input}): ${fact.problem}. It was left out; mining goes on.`,
      );
    case 'campaignRested':
      return info(
        `${fact.campaignName} (${fact.gameName}) is left alone until ${clockTime(fact.until)}: its minutes were not counted${fact.linked === 'unknown' ? '; perhaps its account is not linked' : ''}.`,
      );
    case 'manualStarted':
      return info(`Watching ${fact.login} because you chose it.`);
    case 'manualEnded':
      return info(`Your choice of channel ended: ${fact.why}.`);
    case 'stopped':
      return person(
        `Stopped. ${count(fact.claimed, 'drop')} claimed, ${count(fact.confirmedMinutes, 'minute')} confirmed.`,
      );
    default:
      return assertNever(fact);
  }
}

/** Why a channel was chosen or left, for those reasons that say something to a person. */
const reasonsOfChoice: Readonly<Record<string, string>> = {
  plan: 'the plan gains by it',
  'idle-paused': 'mining is paused',
  'higher-game': 'a game that ranks higher is live',
  'allow-listed': 'a channel of an allow list is live',
  'current-unwatchable': 'nothing more could be earned on the last channel',
  'by-hand': 'you chose it',
  'by-hand-game': 'it plays the game you chose',
  stopping: 'the miner stops',
  'the session ended': 'the session ended',
  'you signed out': 'you signed out',
};

function because(why: string): string {
  const words = reasonsOfChoice[why];
  return words === undefined ? '' : `: ${words}`;
}

const idleSentences = {
  'idle-no-campaigns': 'Nothing to watch: no campaign is running.',
  'idle-nothing-wanted': 'Nothing to watch: no running campaign is linked, wanted and unfinished.',
  'idle-all-earned': 'Nothing to watch: everything that is linked is earned.',
  'idle-no-live-channel': 'Nobody is live with what you want; looking again every ten minutes.',
  'idle-paused': 'Mining is paused, as your paused hours say. Claims go on.',
} as const;

function planSentence(fact: Extract<Fact, { kind: 'planMade' }>): string {
  const parts = [
    `${count(fact.onTrack, 'drop')} on track`,
    fact.atRisk > 0 ? `${fact.atRisk} at risk` : null,
    fact.givenUp > 0 ? `${fact.givenUp} given up` : null,
    fact.impossible > 0 ? `${fact.impossible} impossible` : null,
    `${count(Math.round(fact.plannedMinutes / 60), 'hour')} planned`,
  ].filter((part) => part !== null);
  const next = fact.nextCampaignName === null ? '' : ` Next: ${fact.nextCampaignName}.`;
  return `Plan: ${parts.join(', ')}.${next}`;
}

const person = (text: string): Sentence => ({ level: 'person', text });
const info = (text: string): Sentence => ({ level: 'info', text });
const detail = (text: string): Sentence => ({ level: 'detail', text });

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function clockTime(at: number): string {
  return new Date(at).toISOString().slice(11, 16).concat(' UTC');
}

/** "2 h 10 min"; under a minute "40 s". */
export function duration(spanMs: number): string {
  const minutes = Math.round(spanMs / 60_000);
  if (minutes < 1) return `${Math.round(spanMs / 1_000)} s`;
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function sources(bySource: Readonly<Record<string, number>>): string {
  return Object.entries(bySource)
    .map(([source, number]) => `${number} by ${source}`)
    .join(', ');
}

function forCampaign(game: string | null, campaign: string | null): string {
  if (game === null) return campaign === null ? '' : ` for ${campaign}`;
  return campaign === null ? ` (${game})` : ` (${game}) for ${campaign}`;
}
