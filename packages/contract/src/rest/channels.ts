import * as v from 'valibot';
import { channelView } from '../views/channel.ts';

/** Best first: the one that is watched, then live ones with drops, then the rest by name. */
export const channelsAnswer = v.object({ channels: v.array(channelView) });

const name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100));

/** One of the two names the channel; both must be of the same. */
export const selectChannelBody = v.pipe(
  v.strictObject({ channelId: v.exactOptional(name), login: v.exactOptional(name) }),
  v.check(
    ({ channelId, login }) => channelId !== undefined || login !== undefined,
    'expected a channelId or a login, found neither',
  ),
);
