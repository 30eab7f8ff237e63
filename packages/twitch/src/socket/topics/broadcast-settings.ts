import { channelId, gameId } from '@dropwise/kit';
import * as v from 'valibot';
import { idField, nullishText } from '../../parsing/fields.ts';
import { defineTopic, type TopicReading } from '../topic-reader.ts';

const schema = v.object({
  status: nullishText,
  old_game: nullishText,
  game: nullishText,
  old_game_id: v.nullish(idField(gameId)),
  game_id: v.nullish(idField(gameId)),
});

/** `broadcast-settings-update.<channel id>`. Protocol 4.5. */
export const broadcastSettings = defineTopic({
  broadcast_settings_update: (message, read, id): TopicReading =>
    read(schema, message, (update) => ({
      kind: 'broadcastSettingsChanged',
      channelId: channelId(id),
      title: update.status ?? null,
      oldGame: update.old_game ?? null,
      game: update.game ?? null,
      oldGameId: update.old_game_id ?? null,
      gameId: update.game_id ?? null,
    })),
});
