import { Secret, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';

/** Null when the channel is offline. Both are told to the playlist host only. */
export type PlaybackToken = { readonly value: Secret; readonly signature: Secret } | null;

const schema = v.object({
  streamPlaybackAccessToken: v.nullable(
    v.object({ value: v.pipe(v.string(), v.minLength(1)), signature: v.pipe(v.string(), v.minLength(1)) }),
  ),
});

/** Protocol 5.8. */
export const playbackToken = defineOperation<{ login: string }, PlaybackToken>({
  name: 'PlaybackAccessToken',
  variables: ({ login }) => ({ isLive: true, isVod: false, login, platform: 'web', playerType: 'site', vodID: '' }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const token = parsed.value.streamPlaybackAccessToken;
    return succeed(token && { value: new Secret(token.value), signature: new Secret(token.signature) });
  },
});
