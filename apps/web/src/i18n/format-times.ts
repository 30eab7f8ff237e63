import { keptFormats } from './kept-formats.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day';

function unitFormat(language: string): (value: number, unit: Unit) => string {
  return (value, unit) => keptFormats.number(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** `2 h 10 min` in the words of the language; up to a minute and a half in seconds. */
export function formatDuration(ms: number, language: string): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return seconds < 90 ? unitFormat(language)(seconds, 'second') : formatMinutes(seconds / 60, language);
}

/** `2 h 10 min`, of what is counted in minutes: one is not 60 seconds. */
export function formatMinutes(counted: number, language: string): string {
  const unit = unitFormat(language);
  const minutes = Math.max(0, Math.round(counted));
  if (minutes < 60) return unit(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 48)
    return minutes % 60 === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? unit(days, 'day') : `${unit(days, 'day')} ${unit(hours % 24, 'hour')}`;
}

/** `40 seconds ago`, `in 3 hours`. */
export function formatRelative(at: number, now: number, language: string): string {
  const format = keptFormats.relative(language, { numeric: 'auto' });
  const seconds = Math.round((at - now) / 1_000);
  const size = Math.abs(seconds);
  if (size < 90) return format.format(seconds, 'second');
  if (size < 90 * 60) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 36 * 3_600) return format.format(Math.round(seconds / 3_600), 'hour');
  return format.format(Math.round(seconds / 86_400), 'day');
}
