import { channelId } from '@dropwise/kit';
import * as v from 'valibot';
import { wholeNumber } from '../../parsing/fields.ts';
import { defineTopic, type TopicReading } from '../topic-reader.ts';

const anyMessage = v.object({});
const viewersSchema = v.object({ viewers: wholeNumber });

/** `video-playback-by-id.<channel id>`; the channel stands in the topic only. Protocol 4.5. */
export const videoPlayback = defineTopic({
  'stream-up': (message, read, id): TopicReading =>
    read(anyMessage, message, () => ({ kind: 'streamWentUp', channelId: channelId(id) })),
  'stream-down': (message, read, id): TopicReading =>
    read(anyMessage, message, () => ({ kind: 'streamWentDown', channelId: channelId(id) })),
  viewcount: (message, read, id): TopicReading =>
    read(viewersSchema, message, ({ viewers }) => ({ kind: 'viewersCounted', channelId: channelId(id), viewers })),
});
