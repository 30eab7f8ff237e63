import { Secret, userId } from '@dropwise/kit';
import type { Session } from '../session.ts';

/** Planted where a token is expected; no trace and no message may hold it. */
export const plantedToken = 'plantedtokenplantedtoken123456';

export const testSession: Session = {
  token: new Secret(plantedToken),
  userId: userId('12345678'),
  login: 'sample_viewer',
  clientName: 'tv',
  clientId: 'ue6666qo983tsx6so1t0vnawi233wa',
  deviceId: 'device0000000000000000000000001',
  sessionId: '0123456789abcdef',
};

export const rawDrop = {
  id: '7e000000-0000-4000-8000-00000000000a',
  name: 'Watch 60 minutes',
  startAt: '2026-08-01T16:00:00Z',
  endAt: '2026-08-20T16:59:59.998Z',
  preconditionDrops: [{ id: '7e000000-0000-4000-8000-000000000009' }],
  requiredMinutesWatched: 60,
  requiredSubs: 0,
  benefitEdges: [
    {
      benefit: {
        id: 'b0000000-aaaa-11f1-9ba4-000000000001',
        name: 'Blue Hat',
        imageAssetURL: 'https://static-cdn.jtvnw.net/sim/hat.png',
        distributionType: 'DIRECT_ENTITLEMENT',
      },
      entitlementLimit: 1,
    },
  ],
  self: { hasPreconditionsMet: true, currentMinutesWatched: 17, isClaimed: false, dropInstanceID: null },
};

export const rawCampaign = {
  id: '5d0c7a34-0000-4000-8000-000000000001',
  name: 'Sample Launch Week',
  status: 'ACTIVE',
  detailsURL: 'https://example.test/details',
  accountLinkURL: 'https://example.test/link',
  startAt: '2026-08-01T16:00:00Z',
  endAt: '2026-08-20T16:59:59.998Z',
  imageURL: 'https://static-cdn.jtvnw.net/sim/campaign.png',
  self: { isAccountConnected: true },
  game: {
    id: '900001',
    name: 'sample',
    displayName: 'Sample Game',
    slug: 'sample-game',
    boxArtURL: 'https://e.test/b.jpg',
  },
  allow: { channels: [{ id: '70001', name: 'sample_channel', displayName: null }] },
  timeBasedDrops: [rawDrop],
};

/** A copy without some keys, with others replaced. */
export function altered(raw: object, changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...raw, ...changes };
  for (const [key, value] of Object.entries(changes)) if (value === undefined) delete copy[key];
  return copy;
}
