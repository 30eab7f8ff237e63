import { channelId, dropId, dropInstanceId } from '@dropwise/kit';
import * as v from 'valibot';
import { idField, wholeNumber } from '../../parsing/fields.ts';
import { defineTopic, type TopicReading } from '../topic-reader.ts';

const progressSchema = v.object({
  data: v.object({
    drop_id: idField(dropId),
    channel_id: v.nullish(idField(channelId)),
    current_progress_min: wholeNumber,
    required_progress_min: v.nullish(wholeNumber),
  }),
});
const claimSchema = v.object({
  data: v.object({
    drop_id: idField(dropId),
    drop_instance_id: idField(dropInstanceId),
    channel_id: v.nullish(idField(channelId)),
  }),
});

/** `user-drop-events.<user id>`. Protocol 4.5. */
export const dropEvents = defineTopic({
  'drop-progress': (message, read): TopicReading =>
    read(progressSchema, message, ({ data }) => ({
      kind: 'dropProgressed',
      dropId: data.drop_id,
      channelId: data.channel_id ?? null,
      minutes: data.current_progress_min,
      requiredMinutes: data.required_progress_min ?? null,
    })),
  'drop-claim': (message, read): TopicReading =>
    read(claimSchema, message, ({ data }) => ({
      kind: 'dropBecameClaimable',
      dropId: data.drop_id,
      instanceId: data.drop_instance_id,
      channelId: data.channel_id ?? null,
    })),
});
