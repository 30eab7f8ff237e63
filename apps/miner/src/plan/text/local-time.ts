/** Instants (epoch ms) as the calendar and the clock of one time zone show them. */
export interface LocalTime {
  /** `09:05`. */
  clock(at: number): string;
  /** `Mon 3`: enough inside a fortnight. */
  day(at: number): string;
  /** `Mon 3 Nov`. */
  date(at: number): string;
  /** `Mon 3 09:05`. */
  moment(at: number): string;
  /** The first instant of the day that is `days` days after the one of `at`. */
  startOfDay(at: number, days?: number): number;
}

/** @throws RangeError for a time zone that nobody knows. */
export function createLocalTime(timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const calendar = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const),
    ...({ minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const),
  });
  const read = (at: number): Readonly<Record<string, string>> =>
    Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  /** What the wall shows, as if it were UTC. */
  const wallOf = (at: number): number => {
    const parts = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const clock = (at: number): string => {
    const { hour, minute } = read(at);
    return `${hour}:${minute}`;
  };
  const day = (at: number): string => {
    const parts = read(at);
    return `${parts.weekday} ${parts.day}`;
  };
  return {
    clock,
    day,
    date: (at) => `${day(at)} ${read(at).month}`,
    moment: (at) => `${day(at)} ${clock(at)}`,
    startOfDay(at, days = 0) {
      const wall = wallOf(at);
      const midnight = wall - (wall % dayMs) + days * dayMs;
      // Far from Greenwich the clock may change between the guess and the day's begin: the difference is what is left.
      const guess = midnight - (wallOf(midnight) - midnight);
      return guess + midnight - wallOf(guess);
    },
  };
}

const dayMs = 24 * 3_600_000;
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
