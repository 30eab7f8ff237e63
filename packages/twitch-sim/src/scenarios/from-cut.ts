import type { Cut, CutCampaign } from './cut.ts';
import { uuidFrom } from './identity.ts';
import type { ScenarioCampaign, ScenarioDrop } from './scenario.ts';

/** The cut's campaigns in the simulator's words; `listedAt` says when the lists first show each (epoch ms). */
export function campaignsFromCut(cut: Cut, listedAt: (campaign: CutCampaign) => number): ScenarioCampaign[] {
  return cut.campaigns.map((campaign) => {
    const gameId = gameIdAt(cut, campaign.gameIndex);
    return {
      id: campaign.id,
      name: campaign.name,
      gameId,
      startAt: campaign.startAt,
      endAt: campaign.endAt,
      listedAt: listedAt(campaign),
      allowedChannelIds: campaign.allowed?.map(String) ?? null,
      drops: dropsFromCut(campaign, gameId),
    };
  });
}

/** The same benefit of the same game has the same id in every campaign, as on Twitch. */
export function benefitIdOf(gameId: string, benefitName: string): string {
  return uuidFrom(`benefit:${gameId}:${benefitName}`);
}

/** The same campaigns `shiftMs` later under other ids, so that two scenarios never share one. */
export function movedCut(cut: Cut, shiftMs: number, salt: string): Cut {
  return {
    ...cut,
    campaigns: cut.campaigns.map((campaign) => ({
      ...campaign,
      id: movedId(salt, campaign.id),
      startAt: campaign.startAt + shiftMs,
      endAt: campaign.endAt + shiftMs,
      firstSeenAt: campaign.firstSeenAt + shiftMs,
      drops: campaign.drops.map((drop) => ({
        ...drop,
        id: movedId(salt, drop.id),
        ...(drop.startAt === undefined ? {} : { startAt: drop.startAt + shiftMs }),
        ...(drop.endAt === undefined ? {} : { endAt: drop.endAt + shiftMs }),
      })),
    })),
  };
}

export function movedId(salt: string, id: string): string {
  return uuidFrom(`${salt}:${id}`);
}

export function gameIdAt(cut: Cut, gameIndex: number): string {
  const game = cut.games[gameIndex];
  if (game === undefined) {
    throw new Error(
      `Expected a game at ${gameIndex} of ${cut.games.length}, found none: run scripts/cut-scenarios.ts.`,
    );
  }
  return game.id;
}

function dropsFromCut(campaign: CutCampaign, gameId: string): ScenarioDrop[] {
  return campaign.drops.map((drop) => ({
    id: drop.id,
    name: drop.name,
    startAt: drop.startAt ?? campaign.startAt,
    endAt: drop.endAt ?? campaign.endAt,
    requiredMinutes: drop.minutes,
    requiredSubs: drop.subs,
    preconditionIds: (drop.after ?? []).flatMap((index) => campaign.drops[index]?.id ?? []),
    benefits: drop.benefits.map(([name, distributionType]) => ({
      id: benefitIdOf(gameId, name),
      name,
      distributionType,
    })),
  }));
}
