import { type ChannelId, channelId, type DropId, dropId, type GameId, gameId, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { idField, wholeNumber } from '../../parsing/fields.ts';
import { readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';

/** What the account is earning now, on whatever channel; null = nothing. */
export type CurrentDrop = {
  readonly dropId: DropId;
  readonly minutes: number;
  readonly requiredMinutes: number | null;
  /** May differ from the channel asked about: somebody watches elsewhere. */
  readonly channelId: ChannelId | null;
  readonly gameId: GameId | null;
} | null;

const schema = v.object({
  currentUser: v.object({
    dropCurrentSession: v.nullable(
      v.object({
        dropID: v.nullish(idField(dropId)),
        currentMinutesWatched: v.nullish(wholeNumber, 0),
        requiredMinutesWatched: v.nullish(wholeNumber),
        channel: v.nullish(v.object({ id: idField(channelId) })),
        game: v.nullish(v.object({ id: idField(gameId) })),
      }),
    ),
  }),
});

/** Protocol 3.12. */
export const currentDrop = defineOperation<{ channelId: ChannelId }, CurrentDrop>({
  name: 'DropCurrentSessionContext',
  variables: ({ channelId: id }) => ({ channelID: id, channelLogin: '' }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    if (!parsed.ok) return parsed;
    const session = parsed.value.currentUser.dropCurrentSession;
    if (!session?.dropID) return succeed(null);
    return succeed({
      dropId: session.dropID,
      minutes: session.currentMinutesWatched,
      requiredMinutes: session.requiredMinutesWatched ?? null,
      channelId: session.channel?.id ?? null,
      gameId: session.game?.id ?? null,
    });
  },
});
