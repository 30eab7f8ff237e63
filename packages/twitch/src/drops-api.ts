import {
  type CampaignId,
  type ChannelId,
  type DropInstanceId,
  fail,
  type Result,
  type StopSignal,
} from '@dropwise/kit';
import { noSession } from './gql/failures.ts';
import type { GqlClient } from './gql/gql-client.ts';
import type { GqlFailure } from './gql/gql-failure.ts';
import { type AvailableDrops, availableDrops } from './gql/operations/available-drops.ts';
import { type CampaignDetails, campaignDetails } from './gql/operations/campaign-details.ts';
import { type CampaignList, campaigns } from './gql/operations/campaigns.ts';
import { type ClaimVerdict, claimDrop } from './gql/operations/claim-drop.ts';
import { type CurrentDrop, currentDrop } from './gql/operations/current-drop.ts';
import { deleteNotification } from './gql/operations/delete-notification.ts';
import { type GameDirectory, gameDirectory } from './gql/operations/game-directory.ts';
import { type Inventory, inventory } from './gql/operations/inventory.ts';
import { type SlugRedirect, slugRedirect } from './gql/operations/slug-redirect.ts';
import { streamInfo } from './gql/operations/stream-info.ts';
import type { TwitchChannel } from './gql/shapes/channel.ts';
import type { Session } from './session.ts';

type Answer<Data> = Promise<Result<Data, GqlFailure>>;
/** One for each input, in the order of the inputs. */
type Answers<Data> = Promise<readonly Result<Data, GqlFailure>[]>;

/** Twitch's operations as methods. Failures are values; every method rejects only when stopped. Protocol 3. */
export interface DropsApi {
  inventory(signal?: StopSignal): Answer<Inventory>;
  campaigns(signal?: StopSignal): Answer<CampaignList>;
  campaignDetails(ids: readonly CampaignId[], signal?: StopSignal): Answers<CampaignDetails>;
  /** Up to `limit` live channels with drops, 20 by default. */
  gameDirectory(slug: string, options?: { readonly limit?: number }, signal?: StopSignal): Answer<GameDirectory>;
  slugRedirect(gameName: string, signal?: StopSignal): Answer<SlugRedirect>;
  streamInfo(login: string, signal?: StopSignal): Answer<TwitchChannel | null>;
  streamInfos(logins: readonly string[], signal?: StopSignal): Answers<TwitchChannel | null>;
  currentDrop(watchedChannelId: ChannelId, signal?: StopSignal): Answer<CurrentDrop>;
  claimDrop(instanceId: DropInstanceId, signal?: StopSignal): Answer<ClaimVerdict>;
  availableDrops(channelIds: readonly ChannelId[], signal?: StopSignal): Answers<AvailableDrops>;
  deleteNotification(notificationId: string, signal?: StopSignal): Answer<null>;
}

export function createDropsApi(gql: GqlClient, session: () => Session | null): DropsApi {
  return {
    inventory: (signal) => gql.run(inventory, undefined, signal),
    campaigns: (signal) => gql.run(campaigns, undefined, signal),
    async campaignDetails(ids, signal) {
      const userId = session()?.userId;
      if (userId === undefined) return ids.map(() => fail(noSession(campaignDetails.name)));
      const inputs = ids.map((campaignId) => ({ userId, campaignId }));
      return gql.runBatch(campaignDetails, inputs, signal);
    },
    gameDirectory: (slug, { limit = 20 } = {}, signal) => gql.run(gameDirectory, { slug, limit }, signal),
    slugRedirect: (name, signal) => gql.run(slugRedirect, { name }, signal),
    streamInfo: (login, signal) => gql.run(streamInfo, { login }, signal),
    streamInfos(logins, signal) {
      const inputs = logins.map((login) => ({ login }));
      return gql.runBatch(streamInfo, inputs, signal);
    },
    currentDrop: (channelId, signal) => gql.run(currentDrop, { channelId }, signal),
    claimDrop: (dropInstanceId, signal) => gql.run(claimDrop, { dropInstanceId }, signal),
    availableDrops(channelIds, signal) {
      const inputs = channelIds.map((channelId) => ({ channelId }));
      return gql.runBatch(availableDrops, inputs, signal);
    },
    deleteNotification: (notificationId, signal) => gql.run(deleteNotification, { notificationId }, signal),
  };
}
