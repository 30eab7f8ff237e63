import { isDeepStrictEqual } from 'node:util';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { Channel, ChannelConfig, ConfigProblem } from './channel.ts';

/** Stands for a secret that is saved. Sent back, it means "as it is". */
export const secretIsSet = '[set]';

/** A configuration as a person may see it: of a secret only that there is one, of a map of secrets its names. */
export function hideSecrets(channel: Channel, config: ChannelConfig): ChannelConfig {
  const shown = Object.entries(config).map(([name, value]) => {
    return [name, channel.secretFields.includes(name) ? hidden(value) : value] as const;
  });
  return Object.fromEntries(shown);
}

/**
 * A configuration with what is saved in place of every `[set]`. Secrets stay only while they go where they went: whoever
 * may change a server must not get to know its token by naming one of his own.
 */
export function keepSecrets(
  channel: Channel,
  given: ChannelConfig,
  saved: ChannelConfig | null,
): Result<ChannelConfig, readonly ConfigProblem[]> {
  const kept = channel.secretFields.filter((name) => holdsMark(given[name]));
  if (kept.length === 0) return succeed(given);
  if (saved === null)
    return fail(kept.map((field) => ({ field, sentence: `${field}: nothing is saved yet. Enter it.` })));
  const merged = { ...given };
  for (const name of kept) merged[name] = restored(given[name], saved[name]);
  const moved = channel.fields.find(
    ({ name, destination, default: usual }) =>
      destination && !isDeepStrictEqual(merged[name] ?? usual, saved[name] ?? usual),
  );
  if (moved === undefined) return succeed(merged);
  return fail(
    kept.map((field) => ({ field, sentence: `${field}: enter it again, because ${moved.name} has changed.` })),
  );
}

function holdsMark(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).includes(secretIsSet);
  return value === secretIsSet;
}

function hidden(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.keys(value).map((name) => [name, secretIsSet]));
  }
  return value === '' || value === undefined ? '' : secretIsSet;
}

function restored(given: unknown, saved: unknown): unknown {
  if (typeof given !== 'object' || given === null) return saved;
  const known: Readonly<Record<string, unknown>> = { ...(typeof saved === 'object' ? saved : {}) };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === secretIsSet ? known[name] : value]),
  );
}
