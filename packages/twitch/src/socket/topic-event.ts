import type { ChannelId, DropId, DropInstanceId, GameId } from '@dropwise/kit';

/** What a topic said, in our words. Protocol 4.5. */
export type TopicEvent =
  | {
      readonly kind: 'dropProgressed';
      readonly dropId: DropId;
      readonly channelId: ChannelId | null;
      readonly minutes: number;
      readonly requiredMinutes: number | null;
    }
  | {
      readonly kind: 'dropBecameClaimable';
      readonly dropId: DropId;
      readonly instanceId: DropInstanceId;
      readonly channelId: ChannelId | null;
    }
  | {
      readonly kind: 'notificationCreated';
      readonly notificationId: string;
      readonly notificationType: string;
      /** It says that a drop's reward waits: reload, then delete it. */
      readonly isDropReward: boolean;
    }
  | { readonly kind: 'streamWentUp'; readonly channelId: ChannelId }
  | { readonly kind: 'streamWentDown'; readonly channelId: ChannelId }
  | { readonly kind: 'viewersCounted'; readonly channelId: ChannelId; readonly viewers: number }
  | {
      readonly kind: 'broadcastSettingsChanged';
      readonly channelId: ChannelId;
      readonly title: string | null;
      readonly oldGame: string | null;
      readonly game: string | null;
      readonly oldGameId: GameId | null;
      readonly gameId: GameId | null;
    };
