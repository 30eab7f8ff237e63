import { keptFormats } from '../../i18n/kept-formats.ts';

/** Time within a run: `1 min 30 sec`, `2 hr 5 min`. To the second where a run is judged by it. */
export function formatRunTime(ms: number, language: string): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const parts = [
    [Math.floor(seconds / 3_600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const shown = parts.filter(([value]) => value > 0).slice(0, 2);
  return (shown.length === 0 ? [[0, 'second'] as const] : shown)
    .map(([value, unit]) => keptFormats.number(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
    .join(' ');
}
