import type { Origins } from '../doors/origins.ts';
import type { Stream, WorldChannel } from '../world/channels.ts';
import type { World } from '../world/world.ts';
import { answerData, type Behavior, missingVariable, objectVariable, textVariable } from './behavior.ts';
import { boxArt } from './campaign-shapes.ts';

const defaultLimit = 30;
const maxLimit = 100;

/** Live channels of a game that take part in drops, most viewers first. Protocol 3.10. */
export const gameDirectory: Behavior = {
  operation: 'DirectoryPage_Game',
  otherHashes: ['cb5dc816e139dcb8a118f14b4b677d59abc224a4b016c4bc2bb00a47fe0ddec4'],
  needsAccount: false,
  answer: ({ world, faults, origins, variables }) => {
    const slug = textVariable(variables, 'slug');
    if (slug === null) return missingVariable('slug');
    const game = faults.strike('directoryGameNull') === null ? world.gameBySlug(slug) : undefined;
    if (game === undefined) return answerData({ game: null });
    const live = dropsOnly(variables)
      ? world.channels.liveIn(game.id).filter(hasDrops(world))
      : world.channels.liveIn(game.id);
    const limit = limitOf(variables);
    const { id, name } = game;
    return answerData({
      game: {
        id,
        name,
        displayName: name,
        streams: {
          banners: null,
          edges: live.slice(0, limit).map((each, index) => edgeOf(each, index, origins)),
          pageInfo: { hasNextPage: live.length > limit },
        },
      },
    });
  },
};

function limitOf(variables: Readonly<Record<string, unknown>>): number {
  const { limit } = variables;
  return typeof limit === 'number' && limit >= 1 ? Math.min(Math.floor(limit), maxLimit) : defaultLimit;
}

function dropsOnly(variables: Readonly<Record<string, unknown>>): boolean {
  const { systemFilters } = objectVariable(variables, 'options');
  return Array.isArray(systemFilters) && systemFilters.includes('DROPS_ENABLED');
}

/** A channel has the drops tag while some campaign counts for watching it. */
function hasDrops(world: World): (live: { channel: WorldChannel; stream: Stream }) => boolean {
  const now = world.now();
  return ({ channel, stream }) => {
    for (const { definition } of world.campaigns.candidatesFor(channel.definition.id, stream.game?.id ?? null)) {
      if (definition.startAt <= now && now < definition.endAt) return true;
    }
    return false;
  };
}

function edgeOf({ channel, stream }: { channel: WorldChannel; stream: Stream }, index: number, origins: Origins) {
  const { id, login, displayName } = channel.definition;
  const game = stream.game;
  return {
    cursor: Buffer.from(JSON.stringify({ s: index + 1 })).toString('base64'),
    node: {
      id: stream.broadcastId,
      title: channel.title,
      viewersCount: stream.viewers,
      previewImageURL: `${origins.images}/sim/preview/${login}-440x248.jpg`,
      broadcaster: {
        id,
        login,
        displayName,
        profileImageURL: `${origins.images}/sim/profile/${login}.png`,
        primaryColorHex: '9147FF',
        roles: { isPartner: true },
      },
      freeformTags: [{ id: 't1', name: 'English' }],
      type: 'live',
      game:
        game === null
          ? null
          : {
              id: game.id,
              slug: game.slug,
              name: game.name,
              displayName: game.name,
              boxArtURL: boxArt(game.id, '40x56', origins),
            },
    },
    trackingID: `sim-${index}`,
  };
}
