import { type NewFact, ownMinerId } from '@dropwise/contract';
import type { CampaignId, ChannelId, DropId, Random } from '@dropwise/kit';
import { randomInt } from '@dropwise/kit';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const days = 30;
/** Minutes of one fact: what Twitch reports one by one is told together here. */
const told = 15;
/** Minutes of them that were estimated before Twitch said anything. */
const mostLate = 3;

const campaignNames = ['Season Opening', 'Weekend Drops', 'Anniversary Rewards', 'Championship', 'Community Week'];
const rewards = ['Banner', 'Emote', 'Weapon Charm', 'Supply Crate', 'Player Icon', 'Outfit', 'Mount', 'Title'];
const requiredMinutes = [60, 90, 120, 180];

type Fact = NewFact['fact'];

/**
 * What a miner would have told in the month before `until`, of campaigns of these games: drops every day, some more and
 * some less, a night on which it was down, and a few minutes that Twitch confirmed late.
 */
export function pastMonth(gameNames: readonly string[], until: number, random: Random): readonly NewFact[] {
  const facts: NewFact[] = [];
  const from = until - days * 24 * hourMs;
  const down = { from: from + 17 * 24 * hourMs + 7 * hourMs, to: from + 17 * 24 * hourMs + 13 * hourMs };
  const tell = (at: number, fact: Fact): void => void facts.push({ at, childId: ownMinerId, key: null, fact });
  tell(from, { kind: 'childStarted', pid: 812, attempt: 0 });
  let at = from + minuteMs;
  for (let number = 0; at < until - 4 * hourMs; number += 1) {
    const gameName = gameNames[number % gameNames.length] ?? '';
    const campaign = describeCampaign(gameName, number, random);
    at = mineCampaign(campaign, at, Math.min(until - hourMs, at + 20 * hourMs), tell, random);
    at += randomInt(random, 20, 7 * 60) * minuteMs;
    if (at > down.from && facts.every(({ fact }) => fact.kind !== 'childEnded')) {
      const ranMs = down.from - from;
      const sentence = 'It was ended by the system, which had no memory left.';
      tell(Math.max(down.from, at), {
        kind: 'childEnded',
        exitCode: null,
        signal: 'SIGKILL',
        sentence,
        wanted: false,
        ranMs,
      });
      at = Math.max(down.from, at) + (down.to - down.from);
      tell(at, { kind: 'childStarted', pid: 1_904, attempt: 1 });
    }
  }
  const sentence = 'It was asked to end.';
  tell(until - minuteMs, {
    kind: 'childEnded',
    exitCode: 0,
    signal: null,
    sentence,
    wanted: true,
    ranMs: until - from,
  });
  return facts;
}

interface PastCampaign {
  readonly campaignId: CampaignId;
  readonly campaignName: string;
  readonly gameName: string;
  readonly login: string;
  readonly drops: readonly { readonly dropId: DropId; readonly dropName: string; readonly minutes: number }[];
}

function describeCampaign(gameName: string, number: number, random: Random): PastCampaign {
  const campaignId = `past-${number}` as CampaignId;
  const first = randomInt(random, 0, rewards.length - 1);
  return {
    campaignId,
    campaignName: `${gameName} ${campaignNames[number % campaignNames.length]}`,
    gameName,
    login: `past_channel_${number}`,
    drops: Array.from({ length: randomInt(random, 2, 4) }, (_, index) => ({
      dropId: `${campaignId}-${index}` as DropId,
      dropName: rewards[(first + index) % rewards.length] ?? '',
      minutes: requiredMinutes[index] ?? 60,
    })),
  };
}

/** Watches until all is claimed or the time is over, and gives back when that was. */
function mineCampaign(
  { drops, login, ...campaign }: PastCampaign,
  from: number,
  until: number,
  tell: (at: number, fact: Fact) => void,
  random: Random,
): number {
  const channelId = login as ChannelId;
  const { gameName, campaignName } = campaign;
  const why = `the plan gives this time to ${campaignName}`;
  tell(from, { kind: 'channelChosen', channelId, login, game: gameName, campaignName, why, transport: 'spade' });
  let at = from;
  let already = 0;
  for (const { dropId, dropName, minutes: required } of drops) {
    const drop = { dropId, dropName, ...campaign };
    for (let minutes = already + told; minutes <= required; minutes += told) {
      at += told * minuteMs;
      if (at >= until) return at;
      for (let late = randomInt(random, 0, mostLate); late > 0; late -= 1)
        tell(at - late * minuteMs, { kind: 'minuteEstimated', ...drop, estimatedMinutes: late });
      tell(at, {
        kind: 'minuteConfirmed',
        ...drop,
        minutes,
        requiredMinutes: required,
        gainedMinutes: told,
        by: 'socket',
      });
    }
    already = required;
    tell(at + 5_000, { kind: 'dropClaimed', ...drop, benefitNames: [dropName], attempts: 1, by: 'claim' });
  }
  tell(at + 6_000, { kind: 'channelLeft', channelId, login, why: 'everything it has is earned' });
  return at;
}
