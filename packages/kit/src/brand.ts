declare const brand: unique symbol;

/** A `Base` that cannot be mistaken for another `Base`: `Brand<string, 'ChannelId'>`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Numeric string, Twitch's own. */
export type UserId = Brand<string, 'UserId'>;
/** Numeric string; a channel is a user who broadcasts. */
export type ChannelId = Brand<string, 'ChannelId'>;
/** Numeric string. */
export type GameId = Brand<string, 'GameId'>;
/** UUID. */
export type CampaignId = Brand<string, 'CampaignId'>;
/** UUID. */
export type DropId = Brand<string, 'DropId'>;
/** UUID, or for older rewards a composite such as `<uuid>_CUSTOM_ID_…`. */
export type BenefitId = Brand<string, 'BenefitId'>;
/** Numeric string; changes with every stream. */
export type BroadcastId = Brand<string, 'BroadcastId'>;
/** What a claim names: `<user id>#<campaign id>#<drop id>`. Twitch calls it `dropInstanceID`. */
export type DropInstanceId = Brand<string, 'DropInstanceId'>;

export const userId = (id: string): UserId => id as UserId;
export const channelId = (id: string): ChannelId => id as ChannelId;
export const gameId = (id: string): GameId => id as GameId;
export const campaignId = (id: string): CampaignId => id as CampaignId;
export const dropId = (id: string): DropId => id as DropId;
export const benefitId = (id: string): BenefitId => id as BenefitId;
export const broadcastId = (id: string): BroadcastId => id as BroadcastId;
export const dropInstanceId = (id: string): DropInstanceId => id as DropInstanceId;
