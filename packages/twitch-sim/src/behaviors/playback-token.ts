import { createHash } from 'node:crypto';
import { answerData, type Behavior, missingVariable, textVariable } from './behavior.ts';

const lifeMs = 20 * 60_000;

/** The token for a live playlist; null while the channel is offline. Protocol 5.8. */
export const playbackToken: Behavior = {
  operation: 'PlaybackAccessToken',
  otherHashes: [],
  needsAccount: false,
  answer: ({ world, token, variables }) => {
    const login = textVariable(variables, 'login');
    if (login === null) return missingVariable('login');
    const channel = world.channels.findByLogin(login);
    if (channel === undefined || world.channels.streamOf(channel.definition.id) === null) {
      return answerData({ streamPlaybackAccessToken: null });
    }
    const value = JSON.stringify({
      channel: channel.definition.login,
      channel_id: Number(channel.definition.id),
      expires: Math.floor((world.now() + lifeMs) / 1000),
      player_type: 'site',
      user_id: token === null ? null : Number(world.userId),
    });
    return answerData({
      streamPlaybackAccessToken: { value, signature: signPlayback(value), __typename: 'PlaybackAccessToken' },
    });
  },
};

/** Forty hex digits that only the simulator's playlists accept. */
export function signPlayback(value: string): string {
  return createHash('sha1').update(`dropwise-sim:${value}`).digest('hex');
}
