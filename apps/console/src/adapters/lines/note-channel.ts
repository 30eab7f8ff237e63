import type { ChannelView } from '@dropwise/contract';

type Channels = Readonly<Record<string, ChannelView>>;

/** Undefined or null = was not said. */
export interface ChannelSeen {
  readonly id?: string | null;
  readonly live?: boolean | null;
  readonly game?: string | null;
  readonly drops?: boolean | null;
  readonly watching?: boolean;
}

/** Beyond that, the one that was named longest ago goes: lines never say that a channel is no longer followed. */
const maxChannels = 500;

/** Channels after one of them was named. Where no id is known the login stands for it. */
export function noteChannel(channels: Channels, login: string, seen: ChannelSeen): Channels {
  const key = seen.id ?? Object.keys(channels).find((id) => channels[id]?.login === login) ?? login;
  const { [key]: before, ...others } = channels;
  const after: ChannelView = {
    id: key,
    login,
    displayName: before?.displayName ?? login,
    live: seen.live ?? before?.live ?? true,
    game: seen.live === false ? null : (seen.game ?? before?.game ?? null),
    gameId: before?.gameId ?? null,
    viewers: seen.live === false ? null : (before?.viewers ?? null),
    title: before?.title ?? null,
    allowListed: before?.allowListed ?? false,
    drops: seen.drops ?? before?.drops ?? null,
    watching: seen.watching ?? before?.watching ?? false,
    doubtfulUntil: null,
  };
  const kept = Object.keys(others);
  const oldest = kept.find((id) => others[id]?.watching !== true);
  if (kept.length >= maxChannels && oldest !== undefined) {
    const { [oldest]: _gone, ...rest } = others;
    return { ...rest, [key]: after };
  }
  return { ...others, [key]: after };
}
