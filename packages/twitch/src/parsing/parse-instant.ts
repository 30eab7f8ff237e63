const isoForm = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,12}))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Epoch ms of an ISO 8601 instant with a zone, or null. Takes what Twitch sends: no fraction, up to nanoseconds
 * (cut to milliseconds), and the year 0001. Protocol 3.6, 4.5.
 */
export function parseInstant(text: string): number | null {
  const match = isoForm.exec(text);
  if (match === null) return null;
  const [, date, time, fraction = '', zone] = match;
  const at = Date.parse(`${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
  return Number.isNaN(at) ? null : at;
}
