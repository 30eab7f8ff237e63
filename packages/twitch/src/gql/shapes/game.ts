import { type GameId, gameId } from '@dropwise/kit';
import * as v from 'valibot';
import { filledText, idField, nullishText, nullishUrl } from '../../parsing/fields.ts';

/** A category as Twitch names it in campaigns, streams and directories. */
export interface TwitchGame {
  readonly id: GameId;
  /** Display name where there is one. */
  readonly name: string;
  /** Null where the answer carries none: `slugOf(name)` is the peers' guess, `slugRedirect` asks. Protocol 3.10. */
  readonly slug: string | null;
  readonly boxArtUrl: string | null;
}

export const gameSchema: v.GenericSchema<unknown, TwitchGame> = v.pipe(
  v.object({
    id: idField(gameId),
    name: v.nullish(filledText),
    displayName: v.nullish(filledText),
    slug: nullishText,
    boxArtURL: nullishUrl,
  }),
  v.check((game) => (game.displayName ?? game.name ?? null) !== null, 'a game with `displayName` or `name`'),
  v.transform((game) => ({
    id: game.id,
    name: game.displayName ?? game.name ?? '',
    slug: game.slug || null,
    boxArtUrl: game.boxArtURL ?? null,
  })),
);
