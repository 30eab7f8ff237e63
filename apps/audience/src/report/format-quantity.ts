/** What stands where there is nothing to reckon from. Never 0. */
export const noValue = '–';

/** `0 ms`, `0.42 ms`, `12 ms`, `1.24 s`, `2 min 5 s`. */
export function formatMs(ms: number): string {
  const size = Math.abs(ms);
  if (size === 0) return '0 ms';
  if (size < 10) return `${fixed(ms, 2)} ms`;
  if (size < 999.5) return `${fixed(ms, 0)} ms`;
  if (size < 59_995) return `${fixed(ms / 1_000, 2)} s`;
  const seconds = Math.round(size / 1_000);
  const sign = ms < 0 ? '−' : '';
  return seconds < 3_600
    ? `${sign}${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${sign}${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}

/** One decimal, but never `0.0 %` for what is more than nothing, nor `100.0 %` for less than all. */
export function formatPercent(percent: number): string {
  if (percent > 0 && percent < 0.05) return 'below 0.1 %';
  if (percent < 100 && percent > 99.95) return 'above 99.9 %';
  return `${fixed(percent, 1)} %`;
}

export function formatBytes(bytes: number): string {
  return scaled(bytes, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']);
}

export function formatBitRate(bitsPerSecond: number): string {
  return scaled(bitsPerSecond, ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s']);
}

/** Groups of three with a narrow space between, which every country reads. */
export function formatCount(count: number): string {
  return fixed(count, Number.isInteger(count) ? 0 : Math.abs(count) < 1 ? 3 : 2).replace(
    /\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g,
    '\u202f',
  );
}

/** Time into a run: `03:20`, `1:03:20`. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3_600 ? minutes : `${Math.floor(seconds / 3_600)}:${minutes}`;
}

/** By the units that figures and histograms have. */
export function formatValue(value: number | null, unit: string): string {
  if (value === null) return noValue;
  switch (unit) {
    case 'ms':
      return formatMs(value);
    case 's':
      return formatMs(value * 1_000);
    case '%':
      return formatPercent(value);
    case 'ratio':
      return formatPercent(value * 100);
    case 'kbit/s':
      return formatBitRate(value * 1_000);
    case 'bytes':
      return formatBytes(value);
    default:
      return formatCount(value);
  }
}

function scaled(value: number, units: readonly string[]): string {
  let size = value;
  let index = 0;
  while (Math.abs(size) >= 999.5 && index < units.length - 1) {
    size /= 1_000;
    index += 1;
  }
  return `${fixed(size, index === 0 || Math.abs(size) >= 99.95 ? 0 : 1)} ${units[index]}`;
}

function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.startsWith('-') ? (Number(text) === 0 ? text.slice(1) : `−${text.slice(1)}`) : text;
}
