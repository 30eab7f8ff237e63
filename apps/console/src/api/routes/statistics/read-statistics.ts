import { maxDowns, type Statistics } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { ClaimRow, MinutesRow, PageQuery, StoreReader } from '@dropwise/store';
import type { Fleet } from '../../../children/fleet.ts';
import { type DayOf, shiftDay, startOfDay } from '../day.ts';
import { readAll } from '../read-pages.ts';
import { groupMinutes, mostFirst } from './group-minutes.ts';
import { readUptimes } from './read-uptime.ts';
import { lengthOf, mergedLengthWithin } from './uptime.ts';

export interface StatisticsSource {
  readonly reader: Pick<StoreReader, 'facts' | 'claims' | 'minutes' | 'totals'>;
  readonly fleet: Pick<Fleet, 'list'>;
  readonly dayOf: DayOf;
  /** Epoch ms, of this process. */
  readonly startedAt: number;
  /** Real time: processes live in it, whatever clock their facts are dated by. */
  readonly wall: Pick<Clock, 'now'>;
}

const hourMs = 3_600_000;
const hoursShown = 24;
/** A pace told from less says more of the moment than of the day: one drop after two minutes would be thirty an hour. */
const leastHoursUp = 1;
/** Claims that are counted one by one; a year of mining makes a few thousand. */
const maxClaims = 20_000;

/** Everything that is counted, over the last `days` days. */
export async function readStatistics(source: StatisticsSource, days: number, now: number): Promise<Statistics> {
  const { reader, dayOf } = source;
  const to = dayOf(now);
  const from = shiftDay(to, 1 - days);
  const startOf = (daysBack: number) => startOfDay(shiftDay(to, -daysBack), dayOf);
  const since = startOf(days - 1);
  const claims = await readClaims(reader, Math.min(since, startOf(29)));
  const inRange = claims.items.filter(({ at }) => at >= since);
  const minutes = reader.minutes({ fromDay: from, toDay: to });
  const claimedSince = (at: number) => claims.items.filter((row) => row.at >= at).length;
  const uptime = await readChildren(source, { since, until: now });
  return {
    at: now,
    range: { from, to, since, until: now },
    claimed: {
      today: claimedSince(startOf(0)),
      last7Days: claimedSince(startOf(6)),
      last30Days: claimedSince(startOf(29)),
      ever: reader.totals({}).claims,
    },
    hours: hoursOf(claims.items, now),
    dropsPerHour: await dropsPerHour(source, claimedSince(now - hoursShown * hourMs), now),
    minutes: sumMinutes(minutes),
    days: daysOf(minutes, inRange, dayOf),
    games: gamesOf(minutes, inRange),
    campaigns: campaignsOf(minutes, inRange),
    uptime: { consoleStartedAt: source.startedAt, children: uptime.children },
    truncated: claims.truncated || uptime.truncated,
  };
}

async function readClaims(reader: Pick<StoreReader, 'claims'>, since: number) {
  const items = await readAll((page: PageQuery) => reader.claims(page), { since }, maxClaims);
  return { items, truncated: items.length >= maxClaims };
}

async function readChildren(
  { reader, fleet, wall }: StatisticsSource,
  range: { readonly since: number; readonly until: number },
) {
  const read = await readUptimes(reader, fleet, { from: range.since, to: range.until });
  const children = read.map(({ child, uptime }) => ({
    childId: child.id,
    name: child.name,
    startedAt: child.startedAt,
    sessionMs: child.startedAt === null ? null : Math.max(0, wall.now() - child.startedAt),
    restarts: child.restarts,
    upMs: lengthOf(uptime.up),
    downMs: lengthOf(uptime.down),
    downCount: uptime.down.length,
    downs: uptime.down.slice(-maxDowns),
  }));
  return { children, truncated: read.some(({ truncated }) => truncated) };
}

/** Whole hours back from now, oldest first. */
function hoursOf(claims: readonly ClaimRow[], now: number): Statistics['hours'] {
  const first = now - hoursShown * hourMs;
  const counts = new Array<number>(hoursShown).fill(0);
  for (const { at } of claims) {
    const index = Math.min(hoursShown - 1, Math.floor((at - first) / hourMs));
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ startsAt: first + index * hourMs, claims: count }));
}

async function dropsPerHour({ reader, fleet }: StatisticsSource, claims: number, now: number): Promise<number | null> {
  const range = { from: now - hoursShown * hourMs, to: now };
  const spans = (await readUptimes(reader, fleet, range)).flatMap(({ uptime }) => uptime.up);
  const upHours = mergedLengthWithin(spans, range.from, range.to) / hourMs;
  return upHours < leastHoursUp ? null : claims / upHours;
}

function sumMinutes(rows: readonly MinutesRow[]): Statistics['minutes'] {
  const confirmed = rows.reduce((sum, row) => sum + row.confirmedMinutes, 0);
  const estimated = rows.reduce((sum, row) => sum + row.estimatedMinutes, 0);
  const confirmedShare = confirmed + estimated === 0 ? null : confirmed / Math.max(confirmed, estimated);
  return { confirmed, estimated, confirmedShare };
}

function daysOf(minutes: readonly MinutesRow[], claims: readonly ClaimRow[], dayOf: DayOf): Statistics['days'] {
  const days = groupMinutes(minutes, claims, {
    ofMinutes: ({ day }) => ({ day }),
    ofClaim: ({ at }) => ({ day: dayOf(at) }),
    key: ({ day }) => day,
  });
  return [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function gamesOf(minutes: readonly MinutesRow[], claims: readonly ClaimRow[]): Statistics['games'] {
  const games = groupMinutes(minutes, claims, {
    ofMinutes: ({ gameName }) => ({ gameName }),
    ofClaim: ({ gameName }) => (gameName === null ? null : { gameName }),
    key: ({ gameName }) => gameName,
  });
  return mostFirst(games);
}

function campaignsOf(minutes: readonly MinutesRow[], claims: readonly ClaimRow[]): Statistics['campaigns'] {
  const campaigns = groupMinutes(minutes, claims, {
    ofMinutes: ({ campaignId, campaignName, gameName }) => ({ campaignId, campaignName, gameName }),
    ofClaim: ({ campaignId, campaignName, gameName }) =>
      campaignId === null ? null : { campaignId, campaignName: campaignName ?? '', gameName: gameName ?? '' },
    key: ({ campaignId }) => campaignId,
  });
  return mostFirst(campaigns);
}
