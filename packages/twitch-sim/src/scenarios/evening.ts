import { readCut } from './cut.ts';
import { eveningChannels } from './evening-channels.ts';
import { benefitIdOf, campaignsFromCut } from './from-cut.ts';
import { listedDayAhead } from './listing.ts';
import type { Scenario } from './scenario.ts';
import { noSwitches } from './switches.ts';

const marathon = '407314011';
const warframe = '66170';
const worldOfTanks = '27546';

/** 180 real minutes are 20 here; it was finished before the start and never claimed. */
const metButUnclaimedDropId = '33e55748-fc2d-11f0-9483-0a58a9feac02';

/**
 * A Friday evening for the demo: campaigns of 27 February 2026 with their real names and dates, required minutes
 * cut down to 5–20. ARC Raiders is the game that is not linked.
 */
export function createEvening(seed: number): Scenario {
  const startAt = Date.parse('2026-02-27T18:00:00Z');
  const cut = readCut('evening');
  return {
    name: 'evening',
    about: 'A Friday evening with four real games, seven small campaigns and 25 channels that come and go.',
    startAt,
    account: {
      userId: '700000001',
      login: 'evening_viewer',
      linkedGameIds: [marathon, warframe, worldOfTanks],
      claimedBenefits: [
        // Same benefits as this week's: only the date tells that they are not this week's claims.
        reward(warframe, 'Rare Syndicate Medallion', '2026-02-20T21:12:09Z'),
        reward(worldOfTanks, '5x Spring Tokens', '2026-02-24T19:40:31Z'),
      ],
      progress: [{ dropId: metButUnclaimedDropId, minutes: 20, claimed: false }],
    },
    games: cut.games,
    campaigns: campaignsFromCut(cut, listedDayAhead),
    channels: eveningChannels(startAt, seed, 25),
    watchCredit: ['spade', 'hls'],
    viewcountIntervalMs: 60_000,
    switches: noSwitches,
  };
}

function reward(gameId: string, name: string, awardedAt: string): Scenario['account']['claimedBenefits'][number] {
  return { benefitId: benefitIdOf(gameId, name), name, awardedAt: Date.parse(awardedAt) };
}
