import type { Scenario, ScenarioCampaign, ScenarioDrop, ScenarioGame } from '../scenarios/scenario.ts';

export interface WorldDrop {
  readonly definition: ScenarioDrop;
  readonly campaign: WorldCampaign;
  /** Minutes earned, known to the world only: a report shows them 20 to 60 s later. Protocol 5.4. */
  grantedMinutes: number;
  /** Minutes that Inventory, CurrentDrop and the socket tell. */
  minutes: number;
  /** Epoch ms from which it can be claimed. */
  readyAt: number | null;
  claimedAt: number | null;
}

export interface WorldCampaign {
  readonly definition: ScenarioCampaign;
  readonly game: ScenarioGame;
  readonly allowedChannelIds: ReadonlySet<string> | null;
  readonly drops: readonly WorldDrop[];
  readonly dropsById: ReadonlyMap<string, WorldDrop>;
  /** Whether the account is connected with the game's. */
  linked: boolean;
}

export type CampaignStatus = 'ACTIVE' | 'UPCOMING' | 'EXPIRED';

/** A met drop can be claimed until then. Protocol 6.2. */
export const claimGraceMs = 24 * 3_600_000;

/** Games whose campaigns count whatever the channel plays: Special Events and IRL. Protocol 6.2. */
export const specialGameIds: ReadonlySet<string> = new Set(['509663', '509672']);

export class Campaigns {
  readonly all: readonly WorldCampaign[];
  readonly #byId: ReadonlyMap<string, WorldCampaign>;
  readonly #dropsById = new Map<string, WorldDrop>();
  readonly #openByGame = new Map<string, WorldCampaign[]>();
  readonly #byAllowedChannel = new Map<string, WorldCampaign[]>();
  /** Special games without an allow list: every channel counts. */
  readonly #openSpecial: WorldCampaign[] = [];

  constructor(scenario: Scenario) {
    const games = new Map(scenario.games.map((game) => [game.id, game]));
    const linked = new Set(scenario.account.linkedGameIds);
    this.all = scenario.campaigns.map((definition) => createCampaign(definition, games, linked));
    this.#byId = new Map(this.all.map((campaign) => [campaign.definition.id, campaign]));
    for (const campaign of this.all) this.#index(campaign);
    for (const { dropId, minutes, claimed } of scenario.account.progress) {
      const drop = this.#dropsById.get(dropId);
      if (drop === undefined)
        throw new Error(`expected progress for a drop of the scenario, found ${dropId}; mend ${scenario.name}`);
      restoreProgress(drop, minutes, claimed, scenario.startAt);
    }
  }

  find(campaignId: string): WorldCampaign | undefined {
    return this.#byId.get(campaignId);
  }

  findDrop(dropId: string): WorldDrop | undefined {
    return this.#dropsById.get(dropId);
  }

  /** Campaigns that watching `channelId` could count for while it plays `gameId`, allow-listed ones first. */
  *candidatesFor(channelId: string, gameId: string | null): Generator<WorldCampaign> {
    for (const campaign of this.#byAllowedChannel.get(channelId) ?? []) {
      if (campaign.game.id === gameId || specialGameIds.has(campaign.game.id)) yield campaign;
    }
    if (gameId !== null) yield* this.#openByGame.get(gameId) ?? [];
    for (const campaign of this.#openSpecial) if (campaign.game.id !== gameId) yield campaign;
  }

  #index(campaign: WorldCampaign): void {
    for (const drop of campaign.drops) this.#dropsById.set(drop.definition.id, drop);
    if (campaign.allowedChannelIds === null) {
      append(this.#openByGame, campaign.game.id, campaign);
      if (specialGameIds.has(campaign.game.id)) this.#openSpecial.push(campaign);
      return;
    }
    for (const channelId of campaign.allowedChannelIds) append(this.#byAllowedChannel, channelId, campaign);
  }
}

export function campaignStatusAt(campaign: WorldCampaign, now: number): CampaignStatus {
  if (now < campaign.definition.startAt) return 'UPCOMING';
  return now < campaign.definition.endAt ? 'ACTIVE' : 'EXPIRED';
}

/** Linked, or with a badge or an emote, which need no link. Protocol 6.2. */
export function isEligible(campaign: WorldCampaign): boolean {
  return campaign.linked || campaign.drops.some((drop) => drop.definition.benefits.some(needsNoLink));
}

function needsNoLink(benefit: { distributionType: string }): boolean {
  return benefit.distributionType === 'BADGE' || benefit.distributionType === 'EMOTE';
}

export function hasPreconditionsMet(drop: WorldDrop): boolean {
  return drop.definition.preconditionIds.every((id) => (drop.campaign.dropsById.get(id)?.claimedAt ?? null) !== null);
}

/** Whether a watched minute would count for it at `now`. */
export function isEarnable(drop: WorldDrop, now: number): boolean {
  const { requiredMinutes, startAt, endAt } = drop.definition;
  return (
    drop.claimedAt === null &&
    requiredMinutes > 0 &&
    drop.grantedMinutes < requiredMinutes &&
    startAt <= now &&
    now < endAt &&
    hasPreconditionsMet(drop)
  );
}

/** The drops that advance together while the campaign is watched. Protocol 5.4. */
export function earnableDrops(campaign: WorldCampaign, now: number): WorldDrop[] {
  if (campaignStatusAt(campaign, now) !== 'ACTIVE' || !isEligible(campaign)) return [];
  return campaign.drops.filter((drop) => isEarnable(drop, now));
}

/** Whether Inventory shows it: from the first credited minute until all is claimed or it is over. Protocol 3.6. */
export function isInProgress(campaign: WorldCampaign, now: number): boolean {
  const { startAt, endAt } = campaign.definition;
  if (now < startAt || now >= endAt + claimGraceMs) return false;
  const watchable = campaign.drops.filter((drop) => drop.definition.requiredMinutes > 0);
  if (!watchable.some((drop) => drop.minutes > 0 || drop.claimedAt !== null)) return false;
  if (watchable.every((drop) => drop.claimedAt !== null)) return false;
  return now < endAt || watchable.some((drop) => drop.readyAt !== null && drop.claimedAt === null);
}

function createCampaign(
  definition: ScenarioCampaign,
  games: ReadonlyMap<string, ScenarioGame>,
  linkedGameIds: ReadonlySet<string>,
): WorldCampaign {
  const game = games.get(definition.gameId);
  if (game === undefined) {
    throw new Error(
      `expected campaign ${definition.id} to name a game of the scenario, found ${definition.gameId}; add the game`,
    );
  }
  const drops: WorldDrop[] = [];
  const dropsById = new Map<string, WorldDrop>();
  const allowedChannelIds = definition.allowedChannelIds === null ? null : new Set(definition.allowedChannelIds);
  const linked = linkedGameIds.has(definition.gameId);
  const campaign: WorldCampaign = { definition, game, allowedChannelIds, drops, dropsById, linked };
  for (const each of definition.drops) {
    const drop = { definition: each, campaign, grantedMinutes: 0, minutes: 0, readyAt: null, claimedAt: null };
    drops.push(drop);
    dropsById.set(each.id, drop);
  }
  return campaign;
}

function restoreProgress(drop: WorldDrop, minutes: number, claimed: boolean, startAt: number): void {
  const capped = Math.min(claimed ? drop.definition.requiredMinutes : minutes, drop.definition.requiredMinutes);
  drop.grantedMinutes = capped;
  drop.minutes = capped;
  if (claimed) drop.claimedAt = startAt;
  else if (capped >= drop.definition.requiredMinutes && capped > 0) drop.readyAt = startAt;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
