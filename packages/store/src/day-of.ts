/**
 * The day, as `2026-03-01`, that it is in a time zone (`Europe/Berlin`; nothing or the empty text = the machine's). Throws a
 * `RangeError` for a zone that does not exist.
 */
export function createDayOf(timeZone?: string): (atMs: number) => string {
  const zone = timeZone === undefined || timeZone === '' ? undefined : timeZone;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  // No zone changes its day in the middle of a quarter of an hour.
  let quarter = Number.NaN;
  let day = '';
  return (atMs) => {
    const asked = Math.floor(atMs / 900_000);
    if (asked !== quarter) {
      const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
      day = `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
      quarter = asked;
    }
    return day;
  };
}
