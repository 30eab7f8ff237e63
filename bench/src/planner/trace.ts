import { fail, type Result, succeed } from '@dropwise/kit';

/** What a replay takes from a campaign of the history. */
export interface TraceCampaign {
  readonly id: string;
  readonly gameId: string;
  /** Epoch ms, as are the other two. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly firstSeenAt: number;
  /** Numbers of the allow-listed channels; none = every channel of the game. */
  readonly channels: readonly number[];
  /** Of each drop that takes minutes, ascending. */
  readonly thresholds: readonly number[];
}

/** The campaigns that started in a month of the history. */
export interface Trace {
  /** Such as `2025-06`. */
  readonly name: string;
  /** Epoch ms: the first instant of the month and the first one after it, UTC. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly campaigns: readonly TraceCampaign[];
}

/** Null when the name is not that of a month. */
export function spanOfTrace(name: string): Pick<Trace, 'startsAt' | 'endsAt'> | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name);
  if (match === null) return null;
  const [year, month] = [Number(match[1]), Number(match[2]) - 1];
  return { startsAt: Date.UTC(year, month, 1), endsAt: Date.UTC(year, month + 1, 1) };
}

/** A failure is one sentence, without the name of the file. */
export function parseTrace(name: string, text: string): Result<Trace, string> {
  const span = spanOfTrace(name);
  if (span === null) return fail(`expected a name such as 2025-06, found "${name}"`);
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return fail('expected JSON, found something else');
  }
  if (!Array.isArray(entries)) return fail('expected an array of campaigns, found something else');
  const campaigns: TraceCampaign[] = [];
  for (const [index, entry] of entries.entries()) {
    const campaign = parseCampaign(entry);
    if (campaign === null) {
      return fail(
        'expected campaigns with id, gameId, startAt, endAt, firstSeen, channels and drops with minutes, ' +
          `found something else at index ${index}`,
      );
    }
    campaigns.push(campaign);
  }
  return succeed({ name, ...span, campaigns });
}

/** As the history writes it: ISO 8601 for the dates, epoch seconds for `firstSeen`. */
interface WrittenCampaign {
  readonly id: string;
  readonly gameId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly firstSeen: number;
  readonly channels: readonly number[];
  readonly drops: readonly { readonly minutes: number }[];
}

function parseCampaign(entry: unknown): TraceCampaign | null {
  if (!isWrittenCampaign(entry)) return null;
  const [startsAt, endsAt] = [Date.parse(entry.startAt), Date.parse(entry.endAt)];
  if (Number.isNaN(startsAt) || Number.isNaN(endsAt)) return null;
  const thresholds = entry.drops.map((drop) => drop.minutes).filter((minutes) => minutes > 0);
  return {
    id: entry.id,
    gameId: entry.gameId,
    startsAt,
    endsAt,
    firstSeenAt: entry.firstSeen * 1_000,
    channels: entry.channels,
    thresholds: thresholds.sort((a, b) => a - b),
  };
}

function isWrittenCampaign(entry: unknown): entry is WrittenCampaign {
  if (typeof entry !== 'object' || entry === null) return false;
  const { id, gameId, startAt, endAt, firstSeen, channels, drops } = entry as Record<string, unknown>;
  return (
    [id, gameId, startAt, endAt].every((text) => typeof text === 'string') &&
    Number.isFinite(firstSeen) &&
    Array.isArray(channels) &&
    channels.every(Number.isSafeInteger) &&
    Array.isArray(drops) &&
    drops.every((drop) => Number.isFinite((drop as { minutes?: unknown } | null)?.minutes))
  );
}
