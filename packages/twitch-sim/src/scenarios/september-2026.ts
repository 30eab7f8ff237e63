import { readCut } from './cut.ts';
import { eveningChannels } from './evening-channels.ts';
import { campaignsFromCut, movedCut, movedId } from './from-cut.ts';
import { listedDayAhead } from './listing.ts';
import type { Scenario } from './scenario.ts';

/** From Friday 27 February to Friday 25 September 2026. */
const shiftMs = 30 * 7 * 24 * 3_600_000;
const salt = 'september-2026';

/** The evening's drops by their ids there. */
const drops = {
  serverSlamFirst: 'c6920604-12c5-11f1-b65f-0a58a9feac02',
  serverSlamSecond: 'cde5ef72-12c5-11f1-b209-0a58a9feac02',
  serverSlamLongest: '987c4d87-12c6-11f1-bfa2-0a58a9feac02',
  primeTime5: 'fa05922a-118c-11f1-bea4-0a58a9feac02',
  primeTime10: 'dec65ccd-119e-11f1-9b2b-0a58a9feac02',
  primeTime15: 'e69e5fc2-119e-11f1-80fb-0a58a9feac02',
} as const;

/** World of Tanks Spring Token Store #2 is over by then and adds nothing. */
const endedCampaignId = '2ddd3c73-fc2d-11f0-a620-0a58a9feac02';

/**
 * What Twitch refuses since September 2026 (protocol 0.2), on the evening's campaigns: two are in progress and
 * therefore in the inventory, one drop of theirs waits for its claim; the others are visible only on live
 * channels (`AvailableDrops`) and in the public catalogue.
 */
export function createSeptember2026(seed: number): Scenario {
  const startAt = Date.parse('2026-09-25T18:00:00Z');
  const evening = readCut('evening');
  const kept = { ...evening, campaigns: evening.campaigns.filter(({ id }) => id !== endedCampaignId) };
  const cut = movedCut(kept, shiftMs, salt);
  return {
    name: 'september-2026',
    about:
      'What Twitch refuses since September 2026: no Android login, no campaign list, claims by hand, only HLS counts.',
    startAt,
    account: {
      userId: '700000004',
      login: 'september_viewer',
      linkedGameIds: ['407314011', '66170', '27546'],
      claimedBenefits: [],
      progress: [
        progress(drops.serverSlamFirst, 5, true),
        progress(drops.serverSlamSecond, 2, false),
        progress(drops.serverSlamLongest, 7, false),
        progress(drops.primeTime5, 5, false),
        progress(drops.primeTime10, 5, false),
        progress(drops.primeTime15, 5, false),
      ],
    },
    games: cut.games,
    campaigns: campaignsFromCut(cut, listedDayAhead),
    channels: eveningChannels(startAt, seed, 20),
    watchCredit: ['hls'],
    viewcountIntervalMs: 60_000,
    switches: {
      deviceLoginRefusedFor: ['android'],
      nullCatalogueFor: ['tv'],
      dropEventsRefusedFor: ['tv'],
      integrityRequiredFor: ['ViewerDropsDashboard', 'DropCampaignDetails', 'DropsPage_ClaimDropRewards'],
    },
  };
}

function progress(eveningDropId: string, minutes: number, claimed: boolean): Scenario['account']['progress'][number] {
  return { dropId: movedId(salt, eveningDropId), minutes, claimed };
}
