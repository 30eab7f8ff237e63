import type { Scenario, ScenarioCampaign, ScenarioChannel, ScenarioDrop } from './scenario.ts';
import { noSwitches } from './switches.ts';

const startAt = Date.parse('2026-01-05T12:00:00Z');
const campaignStart = Date.parse('2026-01-05T06:00:00Z');
const campaignEnd = Date.parse('2026-01-07T06:00:00Z');

const lanterns = { id: '900001', name: 'Lanterns of Vael', slug: 'lanterns-of-vael' };
const ferry = { id: '900002', name: 'Night Ferry', slug: 'night-ferry' };

/** Small enough to keep in the head: invented, the same for every seed. Made for unit tests. */
export function createSample(): Scenario {
  return {
    name: 'sample',
    about: 'Two invented games, three small campaigns, five channels: for unit tests.',
    startAt,
    account: {
      userId: '12345678',
      login: 'sample_viewer',
      linkedGameIds: [lanterns.id, ferry.id],
      claimedBenefits: [],
      progress: [],
    },
    games: [lanterns, ferry],
    campaigns: [openCampaign(), allowListedCampaign(), chainCampaign()],
    channels: [
      channel('70001', 'sample_harbor', lanterns.id, 900),
      channel('70002', 'sample_meadow', lanterns.id, 120),
      channel('70003', 'sample_anchor', ferry.id, 400),
      channel('70004', 'sample_gull', ferry.id, 650),
      { ...channel('70005', 'sample_asleep', ferry.id, 50), schedule: { kind: 'never' } },
    ],
    watchCredit: ['spade', 'hls'],
    viewcountIntervalMs: 30_000,
    switches: noSwitches,
  };
}

function openCampaign(): ScenarioCampaign {
  return campaign(1, 'Lantern Week', lanterns.id, null, [
    drop(1, 'Paper Lantern', 3, []),
    drop(2, 'Brass Lantern', 6, []),
  ]);
}

/** One allowed channel is live, the other never is. */
function allowListedCampaign(): ScenarioCampaign {
  return campaign(2, 'Captains Only', ferry.id, ['70003', '70005'], [drop(3, 'Captain Hat', 5, [])]);
}

function chainCampaign(): ScenarioCampaign {
  return campaign(3, 'Three Crossings', ferry.id, null, [
    drop(4, 'First Crossing', 3, []),
    drop(5, 'Second Crossing', 4, [dropUuid(4)]),
    drop(6, 'Third Crossing', 10, [dropUuid(5)]),
  ]);
}

function campaign(
  number: number,
  name: string,
  gameId: string,
  allowedChannelIds: readonly string[] | null,
  drops: readonly ScenarioDrop[],
): ScenarioCampaign {
  return {
    id: `5a000000-0000-4000-8000-00000000000${number}`,
    name,
    gameId,
    startAt: campaignStart,
    endAt: campaignEnd,
    listedAt: campaignStart,
    allowedChannelIds,
    drops,
  };
}

function drop(number: number, name: string, requiredMinutes: number, preconditionIds: readonly string[]): ScenarioDrop {
  return {
    id: dropUuid(number),
    name,
    startAt: campaignStart,
    endAt: campaignEnd,
    requiredMinutes,
    requiredSubs: 0,
    preconditionIds,
    benefits: [{ id: `5ab00000-0000-4000-8000-00000000000${number}`, name, distributionType: 'DIRECT_ENTITLEMENT' }],
  };
}

function dropUuid(number: number): string {
  return `5ad00000-0000-4000-8000-00000000000${number}`;
}

function channel(id: string, login: string, gameId: string, viewers: number): ScenarioChannel {
  const displayName = login.replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase());
  return { id, login, displayName, gameId, viewers, schedule: { kind: 'always' } };
}
