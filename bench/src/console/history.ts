import type { AnyFact, NewFact } from '@dropwise/contract';
import { campaignId, channelId, dropId, type Random, randomInt } from '@dropwise/kit';

/** As much as there is on Twitch in a year, told by one miner. */
const gameCount = 300;
const campaignCount = 2_000;
const channelCount = 5_000;
const dropsOfCampaign = 4;
const yearMs = 365 * 86_400_000;

export const historyEnd = Date.UTC(2026, 2, 1);

/** The history's facts in order: a year of one miner, evenly told. */
export function* makeHistory(count: number, random: Random): Generator<NewFact> {
  for (let number = 0; number < count; number++) {
    const at = historyEnd - yearMs + Math.floor((number * yearMs) / count);
    yield {
      at,
      childId: 'miner',
      key: `0198f0aa-7c31-7222-8333-444455556666:${number}`,
      fact: makeFact(number, random),
    };
  }
}

/** Campaigns come and go: what is old is about other names than what is new. */
function makeDrop(number: number, random: Random) {
  const campaign = (Math.floor(number / 2_000) + randomInt(random, 0, 40)) % campaignCount;
  const drop = campaign * dropsOfCampaign + randomInt(random, 0, dropsOfCampaign - 1);
  return {
    dropId: dropId(`5f0c1c52-0000-4000-8000-${String(drop).padStart(12, '0')}`),
    dropName: `Reward ${drop} of the season`,
    campaignId: campaignId(`9d1b7a11-0000-4000-8000-${String(campaign).padStart(12, '0')}`),
    campaignName: `Campaign ${campaign}`,
    gameName: gameName(campaign % gameCount),
  };
}

export function gameName(game: number): string {
  return `Game number ${game}`;
}

function makeFact(number: number, random: Random): AnyFact {
  const share = random();
  const channel = randomInt(random, 0, channelCount - 1);
  const of = { channelId: channelId(String(100_000_000 + channel)), login: `streamer_${channel}` };
  const game = gameName(channel % gameCount);
  if (share < 0.5) {
    const minutes = randomInt(random, 1, 240);
    const drop = makeDrop(number, random);
    return { kind: 'minuteConfirmed', ...drop, minutes, requiredMinutes: 240, gainedMinutes: 1, by: 'socket' };
  }
  if (share < 0.65) return { kind: 'channelWentLive', ...of, game };
  if (share < 0.8) return { kind: 'channelWentOffline', ...of };
  if (share < 0.9) return { kind: 'minuteEstimated', ...makeDrop(number, random), estimatedMinutes: 1 };
  if (share < 0.95) {
    const why = 'it is live with a game that is wanted';
    return { kind: 'channelChosen', ...of, game, campaignName: null, why, transport: 'spade' };
  }
  if (share < 0.99) return { kind: 'channelLeft', ...of, why: 'another channel is better' };
  const drop = makeDrop(number, random);
  return { kind: 'dropClaimed', ...drop, benefitNames: [drop.dropName], attempts: 1, by: 'claim' };
}

/** One in a history: the needle. */
export const needle: AnyFact = {
  kind: 'itemQuarantined',
  what: 'campaign',
  id: 'needle',
  name: 'A needle in the hay',
  problem: 'it could not be read',
  retryAt: 0,
};
