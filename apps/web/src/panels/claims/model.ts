import type { CampaignView } from '@dropwise/contract';

/** A drop that is earned and that Twitch lets only its owner claim. */
export interface HandClaim {
  readonly key: string;
  readonly dropName: string;
  readonly campaignName: string;
  readonly imageUrl: string | null;
  readonly address: string;
}

const inventory = 'https://www.twitch.tv/drops/inventory';

/** The page where all of them are claimed; null = each has its own. */
export function oneAddress(claims: readonly HandClaim[]): string | null {
  const addresses = new Set(claims.map(({ address }) => address));
  const [first] = addresses;
  return addresses.size === 1 && first !== undefined ? first : null;
}

/** What has to be claimed soonest first. */
export function claimsByHand(campaigns: Readonly<Record<string, CampaignView>>): readonly HandClaim[] {
  return Object.values(campaigns)
    .toSorted((a, b) => a.endsAt - b.endsAt)
    .flatMap(({ id, name, drops }) =>
      drops
        .filter(({ claim }) => claim === 'byHand')
        .map((drop) => ({
          key: `${id} ${drop.id}`,
          dropName: drop.name,
          campaignName: name,
          imageUrl: drop.benefits[0]?.imageUrl ?? null,
          address: drop.claimLink ?? inventory,
        })),
    );
}
