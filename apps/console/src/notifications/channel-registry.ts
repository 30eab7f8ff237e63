import {
  maxNotificationChannels,
  type NotificationChannelBody,
  type NotificationChannelView,
  type NotificationTestBody,
  type SavedNotificationChannel,
} from '@dropwise/contract';
import { fail, type Random, type Result, randomText, succeed } from '@dropwise/kit';
import { type Channel, type ChannelConfig, channelOfKind, hideSecrets, keepSecrets } from '@dropwise/notify';
import { Turns } from '../config/turns.ts';
import { readChannels, writeChannels } from './channels-file.ts';

/** Why a channel was not taken. */
export interface ChannelProblem {
  readonly kind: 'badRequest' | 'notFound' | 'conflict' | 'tooMany' | 'unavailable';
  readonly sentence: string;
  /** A field of the configuration; null = none in particular. */
  readonly field: string | null;
}

type Taken = Result<SavedNotificationChannel, ChannelProblem>;

/** A channel with its kind and a configuration that fits. */
export interface UsableChannel {
  readonly channel: Channel;
  readonly config: ChannelConfig;
}

/** Where people are told. Every change is in the file before it is in force. */
export interface ChannelRegistry {
  readonly channels: readonly SavedNotificationChannel[];
  /** What of the file could not be used, one sentence each. */
  readonly problems: readonly string[];
  find(id: string): SavedNotificationChannel | null;
  add(body: NotificationChannelBody): Promise<Taken>;
  replace(id: string, body: NotificationChannelBody): Promise<Taken>;
  /** Gives back what is gone. */
  remove(id: string): Promise<Taken>;
  /** What a test is to be sent with. */
  usable(wanted: NotificationTestBody): Result<UsableChannel, ChannelProblem>;
  onChange(listener: () => void): Disposable;
}

export interface ChannelRegistryOptions {
  /** `config/notifications.json`. */
  readonly path: string;
  readonly random: Random;
  readonly now: number;
}

const maxWaiting = 20;
const idAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

export async function openChannelRegistry({ path, random, now }: ChannelRegistryOptions): Promise<ChannelRegistry> {
  let { channels, problems } = await readChannels(path, now);
  const listeners = new Set<() => void>();
  const turns = new Turns(maxWaiting);

  const find = (id: string): SavedNotificationChannel | null => channels.find((each) => each.id === id) ?? null;
  const put = async (next: readonly SavedNotificationChannel[], changed: SavedNotificationChannel): Promise<Taken> => {
    try {
      await writeChannels(path, next);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      return refuse('unavailable', `${path} cannot be written (${code}). Nothing was changed.`);
    }
    channels = next;
    problems = [];
    for (const listener of listeners) listener();
    return succeed(changed);
  };
  const take = (work: () => Promise<Taken>): Promise<Taken> =>
    turns.isFull
      ? Promise.resolve(refuse('tooMany', 'Too many changes wait to be written. Try again in a moment.'))
      : turns.take(work);
  const freshId = (kind: string): string => {
    const id = `${kind}-${randomText(random, 8, idAlphabet)}`;
    return find(id) === null ? id : freshId(kind);
  };

  return {
    get channels() {
      return channels;
    },
    get problems() {
      return problems;
    },
    find,
    add: (body) =>
      take(async () => {
        if (channels.length >= maxNotificationChannels) {
          return refuse('conflict', `There are ${maxNotificationChannels} channels already, and no more are kept.`);
        }
        const fitted = fit(body, null);
        if (!fitted.ok) return fitted;
        const channel = { id: freshId(body.kind), ...fitted.value };
        return await put([...channels, channel], channel);
      }),
    replace: (id, body) =>
      take(async () => {
        const saved = find(id);
        if (saved === null) return notFound(id);
        const fitted = fit(body, saved);
        if (!fitted.ok) return fitted;
        const channel = { id, ...fitted.value };
        return await put(
          channels.map((each) => (each.id === id ? channel : each)),
          channel,
        );
      }),
    remove: (id) =>
      take(async () => {
        const saved = find(id);
        if (saved === null) return notFound(id);
        return await put(
          channels.filter((each) => each !== saved),
          saved,
        );
      }),
    usable: ({ id, channel }) => {
      const saved = id === null ? null : find(id);
      if (id !== null && saved === null) return notFound(id);
      const wanted = channel ?? saved;
      if (wanted === null) return refuse('badRequest', 'Expected the id of a channel, a channel to try, or both.');
      return usableOf(wanted.kind, wanted.config, channel === null ? null : saved);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
  };
}

/** As a person may see it. */
export function channelViewOf(saved: SavedNotificationChannel): NotificationChannelView {
  const usable = usableOf(saved.kind, saved.config, null);
  const channel = channelOfKind(saved.kind);
  return {
    ...saved,
    // Of a kind that is not known, it is not known what is secret.
    config: channel === null ? {} : hideSecrets(channel, saved.config),
    problem: usable.ok ? null : usable.failure.sentence,
  };
}

/** Defaults filled in, secrets put back, rules each once. */
function fit(
  body: NotificationChannelBody,
  saved: SavedNotificationChannel | null,
): Result<NotificationChannelBody, ChannelProblem> {
  const usable = usableOf(body.kind, body.config, saved);
  if (!usable.ok) return usable;
  return succeed({ ...body, rules: [...new Set(body.rules)], config: { ...usable.value.config } });
}

function usableOf(
  kind: string,
  config: ChannelConfig,
  saved: SavedNotificationChannel | null,
): Result<UsableChannel, ChannelProblem> {
  const channel = channelOfKind(kind);
  if (channel === null) {
    return refuse(
      'badRequest',
      `There is no kind of channel "${kind}". GET api/notifications/kinds lists those there are.`,
    );
  }
  const kept = keepSecrets(channel, config, saved?.kind === kind ? saved.config : null);
  const checked = kept.ok ? channel.check(kept.value) : kept;
  if (checked.ok) return succeed({ channel, config: checked.value });
  const sentence = checked.failure.map((problem) => problem.sentence).join(' ');
  return fail({ kind: 'badRequest', sentence, field: checked.failure[0]?.field || null });
}

function notFound(id: string): { readonly ok: false; readonly failure: ChannelProblem } {
  return refuse('notFound', `There is no channel "${id}". GET api/notifications/channels lists those there are.`);
}

function refuse(
  kind: ChannelProblem['kind'],
  sentence: string,
): { readonly ok: false; readonly failure: ChannelProblem } {
  return fail({ kind, sentence, field: null });
}
