import { i18n } from '../i18n/i18n.svelte.ts';
import { keptFormats } from '../i18n/kept-formats.ts';

const dayMs = 24 * 3_600_000;

/** An instant of the coming days as one says it: the weekday and the time; further away the date and the time. */
export function whenText(at: number, now: number): string {
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  return Math.abs(at - now) < 6 * dayMs
    ? i18n.date(at, { weekday: 'short', ...time })
    : i18n.date(at, { day: 'numeric', month: 'short', ...time });
}

/** From when to when, with what both have in common said once. */
export function spanText(from: number, to: number): string {
  const isOneDay = new Date(from).toDateString() === new Date(to).toDateString();
  const date = isOneDay ? {} : ({ day: 'numeric', month: 'short' } as const);
  const format = keptFormats.date(i18n.language, {
    weekday: 'short',
    ...date,
    hour: 'numeric',
    minute: '2-digit',
  });
  return format.formatRange(from, to);
}
