import { keptFormats } from '../../i18n/kept-formats.ts';

/** A measured value in the words of the language: `4.2 ms`, `93.6 Mb/s`, `0.31 %`. Units are those of the report. */
export function formatQuantity(value: number, unit: string, language: string): string {
  const format = (number: number, options: Intl.NumberFormatOptions): string =>
    keptFormats.number(language, options).format(number);
  switch (unit) {
    case '%':
      return format(value / 100, { style: 'percent', maximumFractionDigits: digitsOf(value) });
    case 'ms':
      return Math.abs(value) < 1_000
        ? format(value, inUnit('millisecond', digitsOf(value)))
        : format(value / 1_000, inUnit('second', digitsOf(value / 1_000)));
    case 'kbit/s':
      return formatBitRate(value * 1_000, language);
    case 'bytes':
      return formatBytes(value, language);
    case 'h':
      return format(value, inUnit('hour', digitsOf(value)));
    default:
      return format(value, { maximumFractionDigits: unit === 'ratio' ? 4 : digitsOf(value) });
  }
}

export function formatBitRate(bitsPerSecond: number, language: string): string {
  return scaled(bitsPerSecond, ['bit', 'kilobit', 'megabit', 'gigabit'], '-per-second', language);
}

function formatBytes(bytes: number, language: string): string {
  return scaled(bytes, ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'], '', language);
}

function scaled(value: number, units: readonly string[], per: string, language: string): string {
  const index = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3)));
  const shown = value / 1_000 ** index;
  return keptFormats.number(language, inUnit(`${units[index]}${per}`, index === 0 ? 0 : digitsOf(shown))).format(shown);
}

function inUnit(unit: string, maximumFractionDigits: number): Intl.NumberFormatOptions {
  return { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits };
}

/** About three that say something. */
function digitsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}
