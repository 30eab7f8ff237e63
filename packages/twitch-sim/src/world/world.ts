import { type Clock, createRandom, hashText, slugOf } from '@dropwise/kit';
import type { FaultBoard } from '../fault-board.ts';
import type { Scenario, ScenarioGame } from '../scenarios/scenario.ts';
import { Campaigns, claimGraceMs, type WorldDrop } from './campaigns.ts';
import { Channels } from './channels.ts';
import { Crediting } from './crediting.ts';
import { SignIn } from './sign-in.ts';
import { WorldEvents } from './world-event.ts';

export type ClaimOutcome = 'claimed' | 'alreadyClaimed' | 'notReady' | 'foreign' | 'unknown' | 'tooLate';

export interface Reward {
  readonly benefitId: string;
  readonly name: string;
  readonly awardedAt: number;
  readonly campaignId: string | null;
}

/** The one account's Twitch: what is on, what was earned, who is signed in. */
export interface World {
  readonly userId: string;
  readonly login: string;
  readonly campaigns: Campaigns;
  readonly channels: Channels;
  readonly crediting: Crediting;
  readonly signIn: SignIn;
  readonly events: WorldEvents;
  readonly games: readonly ScenarioGame[];
  now(): number;
  /** By Twitch's slug or by the one that clients compute from the name. Protocol 3.10. */
  gameBySlug(slug: string): ScenarioGame | undefined;
  rewards(): readonly Reward[];
  /** By `<user id>#<campaign id>#<drop id>`. Protocol 3.13. */
  claim(dropInstanceId: string): ClaimOutcome;
  /** Null unless it can be claimed. */
  dropInstanceIdOf(drop: WorldDrop): string | null;
  dismissNotification(notificationId: string): void;
  dismissedNotifications(): readonly string[];
  [Symbol.dispose](): void;
}

export interface WorldOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly clock: Clock;
  readonly faults: FaultBoard;
  readonly autoApprove: boolean;
}

const maxDismissed = 1_000;

export function createWorld({ scenario, seed, clock, faults, autoApprove }: WorldOptions): World {
  const events = new WorldEvents();
  const campaigns = new Campaigns(scenario);
  const channels = new Channels(scenario, seed, clock, events);
  const random = createRandom(hashText(`${seed}:crediting`));
  const { watchCredit } = scenario;
  const crediting = new Crediting({ clock, random, campaigns, channels, events, faults, watchCredit });
  const signIn = new SignIn(clock, createRandom(hashText(`${seed}:sign-in`)), autoApprove);
  const { userId, login } = scenario.account;
  const rewards: Reward[] = scenario.account.claimedBenefits.map((each) => ({ ...each, campaignId: null }));
  const dismissed: string[] = [];

  const claim = (instanceId: string): ClaimOutcome => {
    const [claimUserId, campaignId = '', dropId = ''] = instanceId.split('#');
    if (claimUserId !== userId) return 'foreign';
    const drop = campaigns.find(campaignId)?.dropsById.get(dropId);
    if (drop === undefined) return 'unknown';
    if (drop.claimedAt !== null) return 'alreadyClaimed';
    if (drop.readyAt === null) return 'notReady';
    const now = clock.now();
    if (now >= drop.campaign.definition.endAt + claimGraceMs) return 'tooLate';
    drop.claimedAt = now;
    for (const { id, name } of drop.definition.benefits)
      rewards.push({ benefitId: id, name, awardedAt: now, campaignId });
    crediting.dropWasClaimed();
    events.tell({ kind: 'dropWasClaimed', dropId, campaignId });
    return 'claimed';
  };

  return {
    userId,
    login,
    campaigns,
    channels,
    crediting,
    signIn,
    events,
    games: scenario.games,
    now: () => clock.now(),
    gameBySlug: (slug) => scenario.games.find((game) => game.slug === slug || slugOf(game.name) === slug),
    rewards: () => rewards,
    claim,
    dropInstanceIdOf: (drop) =>
      drop.readyAt === null || drop.claimedAt !== null ? null : formatInstanceId(userId, drop),
    dismissNotification: (id) => {
      if (dismissed.length >= maxDismissed) dismissed.shift();
      dismissed.push(id);
    },
    dismissedNotifications: () => dismissed,
    [Symbol.dispose]: () => {
      crediting[Symbol.dispose]();
      channels[Symbol.dispose]();
    },
  };
}

function formatInstanceId(userId: string, drop: WorldDrop): string {
  return `${userId}#${drop.campaign.definition.id}#${drop.definition.id}`;
}
