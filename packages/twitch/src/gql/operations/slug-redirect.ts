import { type GameId, gameId, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { filledText, idField } from '../../parsing/fields.ts';
import { readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';

/** Null for a name that Twitch does not know. */
export type SlugRedirect = { readonly gameId: GameId; readonly slug: string } | null;

const schema = v.object({ game: v.nullable(v.object({ id: idField(gameId), slug: filledText })) });

/** The directory slug of a game's name. Protocol 3.11. */
export const slugRedirect = defineOperation<{ name: string }, SlugRedirect>({
  name: 'DirectoryGameRedirect',
  variables: ({ name }) => ({ name }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const { game } = parsed.value;
    return succeed(game === null ? null : { gameId: game.id, slug: game.slug });
  },
});
