import type { ChannelId } from '@dropwise/kit';
import { formatTopic, type Topic, type Twitch } from '@dropwise/twitch';

export interface Listener {
  listen(channelIds: readonly ChannelId[]): void;
  /** Asks again for the same: after a new session. */
  refresh(): void;
}

/** Two topics for the account, two for every channel. Protocol 4.4. */
export function createListener(twitch: Twitch): Listener {
  let channels: readonly ChannelId[] = [];
  const apply = (): void => {
    const userId = twitch.account.session?.userId;
    if (userId === undefined) {
      twitch.pool.setTopics([]);
      return;
    }
    const topics: Topic[] = [formatTopic('user-drop-events', userId), formatTopic('onsite-notifications', userId)];
    for (const id of channels) {
      topics.push(formatTopic('video-playback-by-id', id), formatTopic('broadcast-settings-update', id));
    }
    twitch.pool.setTopics(topics);
  };
  return {
    listen(channelIds) {
      channels = channelIds;
      apply();
    },
    refresh: apply,
  };
}
