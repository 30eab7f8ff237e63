import { broadcastId, channelId, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { filledText, idField, nullishText, wholeNumber } from '../../parsing/fields.ts';
import { type Rejected, readEach, readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';
import type { TwitchChannel } from '../shapes/channel.ts';
import { gameSchema } from '../shapes/game.ts';

export interface GameDirectory {
  /** False: no category has this slug. */
  readonly found: boolean;
  /** Live channels with drops enabled, in Twitch's order; first page only. */
  readonly channels: readonly TwitchChannel[];
  readonly rejected: readonly Rejected[];
}

const schema = v.object({
  game: v.nullish(v.object({ streams: v.nullish(v.object({ edges: v.nullish(v.array(v.unknown()), []) })) })),
});

const edgeSchema = v.object({
  node: v.object({
    id: idField(broadcastId),
    title: nullishText,
    viewersCount: v.nullish(wholeNumber, 0),
    game: v.nullish(gameSchema, null),
    broadcaster: v.nullable(v.object({ id: idField(channelId), login: filledText, displayName: nullishText })),
  }),
});

/** Protocol 3.10. A wrong slug gives `found: false`. */
export const gameDirectory = defineOperation<{ slug: string; limit: number }, GameDirectory>({
  name: 'DirectoryPage_Game',
  variables: ({ slug, limit }) => ({
    limit,
    slug,
    imageWidth: 50,
    includeCostreaming: false,
    options: {
      broadcasterLanguages: [],
      freeformTags: null,
      includeRestricted: ['SUB_ONLY_LIVE'],
      recommendationsContext: { platform: 'web' },
      sort: 'RELEVANCE',
      systemFilters: ['DROPS_ENABLED'],
      tags: [],
      requestID: 'JIRA-VXP-2397',
    },
    sortTypeIsRecency: false,
  }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const { game } = parsed.value;
    const edges = readEach(game?.streams?.edges ?? [], 'data.game.streams.edges', (edge, path) =>
      readShape(edgeSchema, edge, path),
    );
    return succeed({ found: Boolean(game), channels: edges.items.flatMap(channelOf), rejected: edges.rejected });
  },
});

/** An edge without a broadcaster is skipped. Protocol 3.10. */
function channelOf({ node }: v.InferOutput<typeof edgeSchema>): TwitchChannel[] {
  const { broadcaster } = node;
  if (broadcaster === null) return [];
  return [
    {
      id: broadcaster.id,
      login: broadcaster.login,
      displayName: broadcaster.displayName || broadcaster.login,
      stream: { broadcastId: node.id, title: node.title ?? '', viewers: node.viewersCount, game: node.game },
    },
  ];
}
