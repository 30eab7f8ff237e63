import type { WorldEvent } from '../world/world-event.ts';

/** A channel changed its game; names are texts even without one. Protocol 4.5. */
export function broadcastSettingsUpdate(event: Extract<WorldEvent, { kind: 'broadcastSettingsChanged' }>) {
  return {
    channel_id: event.channelId,
    type: 'broadcast_settings_update',
    channel: event.login,
    old_status: event.title,
    status: event.title,
    old_game: event.oldGame?.name ?? '',
    game: event.game?.name ?? '',
    old_game_id: Number(event.oldGame?.id ?? 0),
    game_id: Number(event.game?.id ?? 0),
  };
}
