import { parseTopic, type TopicKind } from '../../definitions/index.ts';
import type { TopicReader, TopicReading } from '../topic-reader.ts';
import { broadcastSettings } from './broadcast-settings.ts';
import { dropEvents } from './drop-events.ts';
import { onsiteNotifications } from './onsite-notifications.ts';
import { videoPlayback } from './video-playback.ts';

const readers: Readonly<Record<TopicKind, TopicReader>> = {
  'user-drop-events': dropEvents,
  'onsite-notifications': onsiteNotifications,
  'video-playback-by-id': videoPlayback,
  'broadcast-settings-update': broadcastSettings,
};

/** Reads a topic's inner message, itself a JSON text. */
export function readTopicMessage(topic: string, text: string): TopicReading {
  const parsed = parseTopic(topic);
  if (parsed === null) return { kind: 'ignored', type: `topic ${topic.slice(0, 80)}` };
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { kind: 'malformed', problem: `expected JSON, found ${JSON.stringify(text.slice(0, 80))}` };
  }
  return readers[parsed.kind](message, parsed.id);
}
