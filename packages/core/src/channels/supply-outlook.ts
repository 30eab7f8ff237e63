import type { ChannelId } from '@dropwise/kit';
import type { Channel } from './channel.ts';
import { minuteMs, type Sighted, type Sightings, sightedOf } from './sightings.ts';
import { persist, persistence, priorChance, weekChances } from './sightings-chance.ts';
import { hourMs, hourOfWeek, hoursOfWeek } from './sightings-week.ts';

/**
 * What is left of a state that is seen now in the middle of each hour from now; after a day the usual week alone speaks.
 */
export const leftAhead: readonly number[] = Array.from({ length: 24 }, (_, hour) => persistence((hour + 0.5) * hourMs));
const priorWeek = new Float64Array(hoursOfWeek).fill(priorChance);

/** What is expected of one channel, in the middle of each hour from now. */
export interface Outlook {
  /** Chances in the first hours, in which the state that was last seen still tells something. */
  readonly soon: readonly number[];
  /** Chances after that, by hour of the week. */
  readonly week: Float64Array;
}

/** A channel that is listened to, or that was seen before. */
export interface KnownChannel {
  /** Null = not listened to: its stream is not known now. */
  readonly channel: Channel | null;
  /** `serves` = live with what is asked for; live with another game is as good as offline. */
  outlook(serves: boolean): Outlook;
}

/** Finds what is known of a channel; null = never looked at. Each is worked out once, when it is first asked for. */
export function knownChannelReader(
  channels: readonly Channel[],
  sightings: Sightings,
  now: number,
): (id: ChannelId) => KnownChannel | null {
  const found = new Map<ChannelId, KnownChannel>();
  for (const channel of channels) {
    found.set(channel.id, knownChannel(channel, sightedOf(sightings, channel.id), now));
  }
  return (id) => {
    const ready = found.get(id);
    if (ready !== undefined) return ready;
    const sighted = sightedOf(sightings, id);
    if (sighted === null) return null;
    const known = knownChannel(null, sighted, now);
    found.set(id, known);
    return known;
  };
}

/** A channel that is not listened to is judged by its last look. */
function knownChannel(channel: Channel | null, sighted: Sighted | null, now: number): KnownChannel {
  const lastLook = channel === null ? sighted : null;
  const left = lastLook === null ? 1 : persistence(now - lastLook.at * minuteMs);
  let week: Float64Array | null = null;
  let live: Outlook | null = null;
  let offline: Outlook | null = null;
  return {
    channel,
    outlook: (serves) => {
      week ??= sighted === null ? priorWeek : weekChances(sighted, now);
      if (serves || lastLook?.live === true) {
        live ??= outlookFrom(week, true, left, now);
        return live;
      }
      offline ??= outlookFrom(week, false, left, now);
      return offline;
    },
  };
}

/** `left` is how much the state still says now. */
function outlookFrom(week: Float64Array, live: boolean, left: number, now: number): Outlook {
  const first = firstHourOf(now);
  const soon = leftAhead.map((share, hour) =>
    persist(week[(first + hour) % hoursOfWeek] ?? priorChance, live, share * left),
  );
  return { soon, week };
}

/** The hour of the week in whose course the first hour from now has its middle. */
export function firstHourOf(now: number): number {
  return hourOfWeek(now + hourMs / 2);
}
