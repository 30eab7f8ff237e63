/** RFC 9110 5.6.7, the form that is sent today; epoch ms. */
export function parseHttpDate(text: string): number | null {
  if (text.length > 40 || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? null : parsed;
}

/** Seconds, or an instant, which only the answer's own `Date` turns into a span. */
export function parseRetryAfter(text: string, dateMs: number | null): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const untilMs = parseHttpDate(text);
  return untilMs === null || dateMs === null ? null : Math.max(0, (untilMs - dateMs) / 1_000);
}
