import type { UserId } from '@dropwise/kit';
import type { WatchTarget } from './watch-transport.ts';

/** The event list of one watched minute, as minified JSON. Protocol 5.2. */
export function formatMinuteWatched(target: WatchTarget, userId: UserId, nowMs: number): string {
  const properties = {
    broadcast_id: target.broadcastId,
    channel_id: target.channelId,
    channel: target.login,
    client_time: new Date(nowMs).toISOString(),
    game: target.game?.name ?? '',
    game_id: target.game?.id ?? '',
    hidden: false,
    is_live: true,
    live: true,
    location: 'channel',
    logged_in: true,
    minutes_logged: 1,
    muted: false,
    player: 'site',
    user_id: Number(userId),
  };
  return JSON.stringify([{ event: 'minute-watched', properties }]);
}
