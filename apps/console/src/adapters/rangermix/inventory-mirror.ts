import type { CampaignView, DropView, ObservedFact } from '@dropwise/contract';
import { campaignId } from '@dropwise/kit';
import { observe } from '../lines/fact-fields.ts';
import type { MinerPicture } from '../lines/miner-picture.ts';
import { nameDrop } from './name-drop.ts';

/** rangermix' campaigns, as its events tell them; what changed between two tellings becomes facts. */
export interface InventoryMirror {
  readonly campaigns: Readonly<Record<string, CampaignView>>;
  /** A rebuild begins: what is not told again until its end is gone. */
  beginRebuild(): void;
  put(campaign: CampaignView, at: number): void;
  /** False: its campaign is not known. */
  putDrop(campaignId: string, drop: DropView, at: number): boolean;
  endRebuild(at: number): void;
}

/** Beyond that a new campaign is not taken up. */
const maxCampaigns = 2_000;

export function createInventoryMirror(picture: MinerPicture): InventoryMirror {
  const campaigns = new Map<string, CampaignView>();
  /** Not told again yet; null = no rebuild is going on. */
  let awaited: Set<string> | null = null;
  /** The first inventory of all is where we came in: nothing in it is news. */
  let hasBaseline = false;
  const show = (): void => picture.put({ campaigns: Object.fromEntries(campaigns) });

  return {
    get campaigns() {
      return Object.fromEntries(campaigns);
    },
    beginRebuild: () => {
      awaited = new Set(campaigns.keys());
    },
    put: (campaign, at) => {
      const before = campaigns.get(campaign.id);
      if (before === undefined && campaigns.size >= maxCampaigns) return;
      campaigns.set(campaign.id, campaign);
      awaited?.delete(campaign.id);
      for (const drop of campaign.drops) picture.seedMinutes(nameDrop(campaign, drop), drop.estimatedMinutes);
      if (before === undefined && hasBaseline) picture.tell([appeared(campaign)], at);
      picture.tell(changesOf(campaign, before), at);
      show();
    },
    putDrop: (id, drop, at) => {
      const before = campaigns.get(id);
      if (before === undefined) return false;
      const others = before.drops.filter((each) => each.id !== drop.id);
      const isNew = others.length === before.drops.length;
      const drops = isNew ? [...others, drop] : before.drops.map((each) => (each.id === drop.id ? drop : each));
      const campaign = { ...before, drops, claimedDrops: drops.filter(({ claim }) => claim === 'claimed').length };
      campaigns.set(id, campaign);
      show();
      const { estimatedMinutes: minutes, requiredMinutes } = drop;
      picture.minutes({ drop: nameDrop(campaign, drop), minutes, requiredMinutes, by: null }, at);
      picture.tell(changesOf(campaign, before), at);
      return true;
    },
    endRebuild: (at) => {
      for (const id of awaited ?? []) campaigns.delete(id);
      awaited = null;
      hasBaseline = true;
      const states = [...campaigns.values()].map(({ state }) => state);
      const count = (wanted: string): number => states.filter((state) => state === wanted).length;
      const found = { count: states.length, active: count('active'), upcoming: count('upcoming') };
      picture.tell([observe('campaignsDiscovered', found)], at);
      show();
    },
  };
}

function appeared({ id, name, game, startsAt, endsAt }: CampaignView): ObservedFact {
  return observe('campaignAppeared', {
    campaignId: campaignId(id),
    campaignName: name,
    gameName: game,
    startsAt,
    endsAt,
  });
}

function changesOf(campaign: CampaignView, before: CampaignView | undefined): readonly ObservedFact[] {
  return campaign.drops.flatMap((drop) => {
    const earlier = before?.drops.find(({ id }) => id === drop.id);
    if (earlier === undefined || earlier.claim === drop.claim) return [];
    const name = nameDrop(campaign, drop);
    if (drop.claim === 'ready') return [observe('dropBecameClaimable', name)];
    if (drop.claim !== 'claimed') return [];
    return [observe('dropClaimed', { ...name, benefitNames: drop.benefits.map((benefit) => benefit.name) })];
  });
}
