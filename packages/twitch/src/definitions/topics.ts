/** Topic names, the same in both socket dialects. Protocol 4.4. */
export type TopicKind =
  | 'user-drop-events'
  | 'onsite-notifications'
  | 'video-playback-by-id'
  | 'broadcast-settings-update';

export const topicKinds: readonly TopicKind[] = [
  'user-drop-events',
  'onsite-notifications',
  'video-playback-by-id',
  'broadcast-settings-update',
];

/** `<kind>.<user or channel id>`. */
export type Topic = `${TopicKind}.${string}`;

export function formatTopic(kind: TopicKind, id: string): Topic {
  return `${kind}.${id}`;
}

/** Null for a topic that is not one of ours. */
export function parseTopic(topic: string): { kind: TopicKind; id: string } | null {
  const dot = topic.indexOf('.');
  const kind = topicKinds.find((candidate) => candidate === topic.slice(0, dot));
  return kind === undefined ? null : { kind, id: topic.slice(dot + 1) };
}

/** Protocol 4.3: eight sockets of fifty topics, two topics for the account, two for each channel. */
export const socketLimits = { topicsPerSocket: 50, sockets: 8, maxChannels: 199 } as const;
