import { answerData, type Behavior } from './behavior.ts';

/**
 * What the account is earning now, on whatever channel: the variable `channelID` does not filter, as on Twitch.
 * Protocol 3.12.
 */
export const currentDrop: Behavior = {
  operation: 'DropCurrentSessionContext',
  otherHashes: [],
  needsAccount: true,
  answer: ({ world }) => {
    const session = world.crediting.session();
    const channel = session === null ? undefined : world.channels.find(session.channelId);
    if (session === null || channel === undefined) {
      return answerData({ currentUser: { id: world.userId, dropCurrentSession: null } });
    }
    const { drop } = session;
    const { id, login, displayName } = channel.definition;
    const { game } = drop.campaign;
    return answerData({
      currentUser: {
        id: world.userId,
        dropCurrentSession: {
          channel: { id, name: login, displayName },
          game: { id: game.id, displayName: game.name },
          currentMinutesWatched: drop.minutes,
          requiredMinutesWatched: drop.definition.requiredMinutes,
          dropID: drop.definition.id,
        },
      },
    });
  },
};
