import type { CampaignView } from '@dropwise/contract';

/** A game’s account, as far as its campaigns tell. */
export interface GameAccount {
  readonly game: string;
  readonly boxArtUrl: string | null;
  readonly linked: CampaignView['linked'];
  readonly linkUrl: string | null;
  readonly campaignCount: number;
}

/** One entry a game, for campaigns that run or are to come; the ones with a campaign that ends soonest first. */
export function accountsOf(campaigns: Readonly<Record<string, CampaignView>>): readonly GameAccount[] {
  const games = new Map<string, GameAccount>();
  const open = Object.values(campaigns).filter(({ state }) => state !== 'expired');
  for (const campaign of open.toSorted(byUrgency)) {
    const known = games.get(campaign.game);
    games.set(campaign.game, known === undefined ? accountOf(campaign) : withCampaign(known, campaign));
  }
  return [...games.values()];
}

export function accountsThat(accounts: readonly GameAccount[], linked: CampaignView['linked']): readonly GameAccount[] {
  return accounts.filter((account) => account.linked === linked);
}

function accountOf({ game, boxArtUrl, linked, linkUrl }: CampaignView): GameAccount {
  return { game, boxArtUrl, linked, linkUrl, campaignCount: 1 };
}

/** Campaigns of one game can be by different publishers: one that needs a link is what its owner wants to know. */
function withCampaign(known: GameAccount, campaign: CampaignView): GameAccount {
  const needsLink = known.linked !== 'unlinked' && campaign.linked === 'unlinked';
  const linked = needsLink || known.linked === 'unknown' ? campaign.linked : known.linked;
  const linkUrl = needsLink ? campaign.linkUrl : (known.linkUrl ?? campaign.linkUrl);
  return { ...known, linked, linkUrl, campaignCount: known.campaignCount + 1 };
}

function byUrgency(a: CampaignView, b: CampaignView): number {
  return Number(b.state === 'active') - Number(a.state === 'active') || a.endsAt - b.endsAt;
}
