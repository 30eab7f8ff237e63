import type { ChannelId, Clock } from '@dropwise/kit';
import { formatTopic, type Topic, type Twitch } from '@dropwise/twitch';

export interface Listener extends Disposable {
  listen(channelIds: readonly ChannelId[]): void;
  /** Asks again for the same: after a new session. */
  refresh(): void;
  noteRefused(topic: Topic): void;
  /** A message came: it is served after all. */
  noteHeard(topic: Topic): void;
}

/** Twitch does not say when it would serve a topic again, so it is asked now and then. */
const retryEveryMs = 30 * 60_000;
/** A refusal comes within this; silence after a retry means that the topic is served. */
const verdictMs = 20_000;

/** Two topics for the account, two for every channel (protocol 4.4); refused ones are asked for again. */
export function createListener(twitch: Twitch, clock: Clock, onAccepted: (topic: Topic) => void): Listener {
  const refused = new Set<Topic>();
  let channels: readonly ChannelId[] = [];
  let timer: { cancel(): void } | null = null;

  function topics(): readonly Topic[] {
    const userId = twitch.account.session?.userId;
    if (userId === undefined) return [];
    const own: Topic[] = [formatTopic('user-drop-events', userId), formatTopic('onsite-notifications', userId)];
    const ofChannels = channels.flatMap((id) => [
      formatTopic('video-playback-by-id', id),
      formatTopic('broadcast-settings-update', id),
    ]);
    return [...own, ...ofChannels];
  }

  function apply(): void {
    const wanted = topics();
    twitch.pool.setTopics(wanted);
    for (const topic of refused) if (!wanted.includes(topic)) accept(topic);
  }

  function accept(topic: Topic): void {
    if (refused.delete(topic)) onAccepted(topic);
  }

  function retry(): void {
    const asked = [...refused];
    const wanted = topics();
    refused.clear();
    twitch.pool.setTopics(wanted.filter((topic) => !asked.includes(topic)));
    twitch.pool.setTopics(wanted);
    timer = clock.after(verdictMs, () => {
      timer = null;
      for (const topic of asked) if (!refused.has(topic)) onAccepted(topic);
      if (refused.size > 0) schedule();
    });
  }

  function schedule(): void {
    timer ??= clock.after(retryEveryMs, () => {
      timer = null;
      retry();
    });
  }

  return {
    listen(channelIds) {
      channels = channelIds;
      apply();
    },
    refresh: apply,
    noteRefused(topic) {
      refused.add(topic);
      schedule();
    },
    noteHeard: accept,
    [Symbol.dispose]: () => timer?.cancel(),
  };
}
