import { campaignStatusAt, isEligible, type WorldCampaign } from '../world/campaigns.ts';
import type { Service } from './service.ts';

/** What `GET /_sim/state` shows. Times are epoch ms. */
export function describeState(service: Service) {
  const { world, clock, faults, tally, scenario, seed, manualClock } = service;
  const session = world.crediting.session();
  return {
    now: clock.now(),
    speed: manualClock !== null ? 0 : service.speed,
    scenario: scenario.name,
    seed,
    account: {
      userId: world.userId,
      login: world.login,
      tokens: world.signIn.tokenCount,
      rewards: world.rewards().length,
    },
    deviceCodes: world.signIn
      .waiting()
      .map(({ userCode, client, expiresAt, polls }) => ({ userCode, client: client.name, expiresAt, polls })),
    campaigns: world.campaigns.all.map((campaign) => describeCampaign(service, campaign)),
    channels: world.channels.all.map(({ definition: { id, login } }) => {
      const stream = world.channels.streamOf(id);
      return { id, login, live: stream !== null, game: stream?.game?.name ?? null, viewers: stream?.viewers ?? null };
    }),
    watch: {
      counting: faults.peek('watchCredit')?.transports ?? scenario.watchCredit,
      last: world.crediting.lastSign,
      session:
        session === null
          ? null
          : {
              channelId: session.channelId,
              dropId: session.drop.definition.id,
              minutes: session.drop.minutes,
              updatedAt: session.updatedAt,
            },
    },
    sockets: service.sockets(),
    faults: faults.list(),
    counters: tally.counters(),
  };
}

function describeCampaign({ world }: Service, campaign: WorldCampaign) {
  const { id, name, startAt, endAt } = campaign.definition;
  return {
    id,
    name,
    game: campaign.game.name,
    status: campaignStatusAt(campaign, world.now()),
    startAt,
    endAt,
    linked: campaign.linked,
    eligible: isEligible(campaign),
    allowed: campaign.allowedChannelIds?.size ?? null,
    drops: campaign.drops.map((drop) => ({
      id: drop.definition.id,
      name: drop.definition.name,
      minutes: drop.minutes,
      grantedMinutes: drop.grantedMinutes,
      requiredMinutes: drop.definition.requiredMinutes,
      ready: drop.readyAt !== null && drop.claimedAt === null,
      claimed: drop.claimedAt !== null,
    })),
  };
}
