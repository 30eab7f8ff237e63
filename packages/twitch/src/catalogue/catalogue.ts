import type { TwitchCampaign } from '../gql/shapes/campaign.ts';
import type { Rejected } from '../parsing/lenient-list.ts';

/** What the community feed lists. `linked` of every campaign is undefined: the feed knows no account. */
export interface Catalogue {
  readonly version: 1 | 2;
  readonly campaigns: readonly TwitchCampaign[];
  readonly rejected: readonly Rejected[];
  /** Epoch ms; null for version 1, which does not tell. */
  readonly updatedAt: number | null;
  /** Older than 30 minutes. False when the age is not told. */
  readonly stale: boolean;
}
