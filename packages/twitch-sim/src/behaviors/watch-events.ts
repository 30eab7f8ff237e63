import type { WatchTransportName } from '@dropwise/twitch/definitions';
import type { Tally } from '../tally.ts';
import type { WatchVerdict } from '../world/crediting.ts';
import type { World } from '../world/world.ts';

const maxEvents = 20;

/**
 * Reads a JSON array of `minute-watched` events and credits them. Null when it is not one: then Twitch refuses.
 * Protocol 5.2.
 */
export function receiveWatchEvents(
  world: World,
  tally: Tally,
  transport: WatchTransportName,
  json: string,
): readonly (WatchVerdict | 'notThisAccount' | 'notAWatchEvent')[] | null {
  const events = parseArray(json);
  if (events === null || events.length === 0 || events.length > maxEvents) return null;
  return events.map((event) => {
    const verdict = receive(world, transport, event);
    tally.count('watch', verdict);
    tally.count('watch', `by ${transport}`);
    return verdict;
  });
}

function receive(
  world: World,
  transport: WatchTransportName,
  event: unknown,
): WatchVerdict | 'notThisAccount' | 'notAWatchEvent' {
  const { event: name, properties } = fieldsOf(event);
  if (name !== 'minute-watched') return 'notAWatchEvent';
  const {
    channel_id: channelId,
    broadcast_id: broadcastId,
    user_id: userId,
    game,
    game_id: gameId,
  } = fieldsOf(properties);
  if (String(userId) !== world.userId) return 'notThisAccount';
  const isGameNamed = typeof game === 'string' && game !== '';
  return world.crediting.watch({
    transport,
    channelId: String(channelId),
    broadcastId: String(broadcastId),
    gameId: isGameNamed && (typeof gameId === 'string' || typeof gameId === 'number') ? String(gameId) : '',
  });
}

function parseArray(json: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
