import { answerData, type Behavior, missingVariable, textVariable } from './behavior.ts';

/** One channel and its stream, null while it is offline. Protocol 3.9. */
export const streamInfo: Behavior = {
  operation: 'VideoPlayerStreamInfoOverlayChannel',
  otherHashes: [],
  needsAccount: false,
  answer: ({ world, origins, variables }) => {
    const wanted = textVariable(variables, 'channel');
    if (wanted === null) return missingVariable('channel');
    const channel = world.channels.findByLogin(wanted);
    if (channel === undefined) return answerData({ user: null });
    const { id, login, displayName } = channel.definition;
    const stream = world.channels.streamOf(id);
    const game = stream?.game ?? null;
    return answerData({
      user: {
        id,
        profileURL: `${origins.site}/${login}`,
        displayName,
        login,
        profileImageURL: `${origins.images}/sim/profile/${login}.png`,
        broadcastSettings: {
          id,
          title: channel.title,
          game: game === null ? null : { id: game.id, displayName: game.name, name: game.name, __typename: 'Game' },
          __typename: 'BroadcastSettings',
        },
        stream:
          stream === null
            ? null
            : { id: stream.broadcastId, viewersCount: stream.viewers, tags: [], __typename: 'Stream' },
        __typename: 'User',
      },
    });
  },
};
