import type { ChannelView, ObservedFact } from '@dropwise/contract';
import { channelId } from '@dropwise/kit';
import { observe } from '../lines/fact-fields.ts';
import { withStatus } from '../lines/fold-fact.ts';
import type { MinerPicture } from '../lines/miner-picture.ts';
import type { WireChannel } from './wire.ts';
import { channelViewOf } from './wire-to-view.ts';

/** rangermix' channels and the one it watches, as its events tell them. */
export interface ChannelMirror {
  put(channel: WireChannel, at: number): void;
  /** All there are. The watched one is told among them, or by `watch`. */
  replaceAll(channels: readonly WireChannel[], at: number): void;
  remove(id: number): void;
  watch(id: number, at: number): void;
  watchNothing(at: number): void;
}

/** Beyond that a new channel is not taken up. */
const maxChannels = 2_000;

export function createChannelMirror(picture: MinerPicture): ChannelMirror {
  let channels = new Map<string, ChannelView>();
  let watchedId: string | null = null;

  const show = (): void => {
    picture.put({ channels: Object.fromEntries(channels) });
    const watched = watchedId === null ? undefined : channels.get(watchedId);
    const { watching } = picture.view.status;
    if (watching === null || watched === undefined) return;
    const { login, displayName, game, viewers } = watched;
    picture.put({
      status: withStatus(picture.view, { watching: { ...watching, login, displayName, game, viewers } }).status,
    });
  };
  const take = (wire: WireChannel, at: number): void => {
    const id = String(wire.id);
    const before = channels.get(id);
    if (before === undefined && channels.size >= maxChannels) return;
    channels.set(id, channelViewOf(wire, id === watchedId));
    const after = channels.get(id);
    if (before !== undefined && after !== undefined) picture.tell(changeOf(before, after), at);
  };
  const watch = (id: string, at: number): void => {
    if (id === watchedId) return;
    watchedId = id;
    mark();
    const channel = channels.get(id);
    const chosen = observe('channelChosen', {
      channelId: channelId(id),
      login: channel?.login ?? null,
      game: channel?.game ?? null,
    });
    picture.take([{ kind: 'fact', fact: chosen }], at);
  };
  const watchNothing = (at: number): void => {
    if (watchedId === null) return;
    const login = channels.get(watchedId)?.login ?? null;
    const left = observe('channelLeft', { channelId: channelId(watchedId), login });
    watchedId = null;
    mark();
    picture.tell([left], at);
  };
  const mark = (): void => {
    for (const [id, channel] of channels) {
      if (channel.watching !== (id === watchedId)) channels.set(id, { ...channel, watching: id === watchedId });
    }
  };
  return {
    put: (wire, at) => {
      take(wire, at);
      show();
    },
    replaceAll: (wires, at) => {
      const before = channels;
      channels = new Map(
        wires.flatMap(({ id }) => {
          const known = before.get(String(id));
          return known === undefined ? [] : [[known.id, known] as const];
        }),
      );
      for (const wire of wires) take(wire, at);
      const watched = wires.find(({ watching }) => watching);
      if (watched !== undefined) watch(String(watched.id), at);
      show();
    },
    remove: (id) => {
      channels.delete(String(id));
      show();
    },
    watch: (id, at) => {
      watch(String(id), at);
      show();
    },
    watchNothing: (at) => {
      watchNothing(at);
      show();
    },
  };
}

function changeOf(before: ChannelView, after: ChannelView): readonly ObservedFact[] {
  if (before.live === after.live) return [];
  const { id, login, game } = after;
  return after.live
    ? [observe('channelWentLive', { channelId: channelId(id), login, game })]
    : [observe('channelWentOffline', { channelId: channelId(id), login })];
}
