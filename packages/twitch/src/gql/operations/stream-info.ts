import { broadcastId, channelId, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { filledText, idField, nullishText, wholeNumber } from '../../parsing/fields.ts';
import { readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';
import type { TwitchChannel } from '../shapes/channel.ts';
import { gameSchema } from '../shapes/game.ts';

const schema = v.object({
  user: v.nullable(
    v.object({
      id: idField(channelId),
      login: filledText,
      displayName: nullishText,
      broadcastSettings: v.nullish(v.object({ title: nullishText, game: v.nullish(gameSchema, null) })),
      stream: v.nullable(v.object({ id: idField(broadcastId), viewersCount: v.nullish(wholeNumber, 0) })),
    }),
  ),
});

/** Whether a channel is live, and with what; null = no channel has this login. Protocol 3.9. */
export const streamInfo = defineOperation<{ login: string }, TwitchChannel | null>({
  name: 'VideoPlayerStreamInfoOverlayChannel',
  variables: ({ login }) => ({ channel: login }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const { user } = parsed.value;
    if (user === null) return succeed(null);
    return succeed({
      id: user.id,
      login: user.login,
      displayName: user.displayName || user.login,
      stream: user.stream && {
        broadcastId: user.stream.id,
        viewers: user.stream.viewersCount,
        title: user.broadcastSettings?.title ?? '',
        game: user.broadcastSettings?.game ?? null,
      },
    });
  },
});
