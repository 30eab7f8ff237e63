import { assertNever } from '@dropwise/kit';
import { formatTopic, type Topic } from '@dropwise/twitch/definitions';
import type { World } from '../world/world.ts';
import type { WorldEvent } from '../world/world-event.ts';
import { broadcastSettingsUpdate } from './broadcast-settings-update.ts';
import { dropClaimEvent } from './drop-claim-event.ts';
import { dropProgress } from './drop-progress.ts';
import { rewardReminder } from './reward-reminder.ts';
import { streamDown, streamUp, viewcount } from './video-playback.ts';

export interface TopicMessage {
  readonly topic: Topic;
  readonly message: unknown;
}

/** What listeners are told of an event; null when there is nothing to tell. Protocol 4.5. */
export function topicMessageOf(event: WorldEvent, world: World): TopicMessage | null {
  switch (event.kind) {
    case 'dropProgressed':
      return { topic: formatTopic('user-drop-events', world.userId), message: dropProgress(event) };
    case 'dropBecameReady':
      return { topic: formatTopic('user-drop-events', world.userId), message: dropClaimEvent(event, world) };
    case 'rewardReminderCreated':
      return { topic: formatTopic('onsite-notifications', world.userId), message: rewardReminder(event, world) };
    case 'streamWentUp':
      return { topic: formatTopic('video-playback-by-id', event.channelId), message: streamUp(world) };
    case 'streamWentDown':
      return { topic: formatTopic('video-playback-by-id', event.channelId), message: streamDown(world) };
    case 'viewersWereCounted':
      return { topic: formatTopic('video-playback-by-id', event.channelId), message: viewcount(event, world) };
    case 'broadcastSettingsChanged':
      return {
        topic: formatTopic('broadcast-settings-update', event.channelId),
        message: broadcastSettingsUpdate(event),
      };
    case 'dropWasClaimed':
      return null;
    default:
      return assertNever(event);
  }
}
