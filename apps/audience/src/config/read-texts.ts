import { fail, type Result, succeed } from '@dropwise/kit';

/** What a flag can say. A failure names what is expected, to follow "expected". */
export type ReadText<T> = (text: string) => Result<T, string>;

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `10m`, `1h30m`, `250ms`: whole milliseconds. A number without a unit is a typing error. */
export const readDurationMs: ReadText<number> = (text) => {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  const isWhole = parts.length > 0 && parts.map(([part]) => part).join('') === text;
  const ms = parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (unitMs[unit] ?? 0), 0);
  return isWhole ? succeed(Math.round(ms)) : fail('a time with its unit, such as 90s, 10m or 1h30m');
};

const unitBits: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** `2500000`, `2500k`, `2.5M`: bits a second. */
export const readBitRate: ReadText<number> = (text) => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([kmg]?)$/i.exec(text) ?? [];
  const bits = Number(number) * (unitBits[unit.toLowerCase()] ?? Number.NaN);
  return bits >= 1 ? succeed(Math.round(bits)) : fail('bits a second, such as 2500k or 2.5M');
};

/** `10%` or `0.1`: 0 to 1. */
export const readShare: ReadText<number> = (text) => {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const share = Number(number) / (percent === '%' ? 100 : 1);
  return share >= 0 && share <= 1 ? succeed(share) : fail('a share of the viewers, such as 10%');
};

export const readNumber: ReadText<number> = (text) =>
  /^\d+(?:\.\d+)?$/.test(text) ? succeed(Number(text)) : fail('a number');

export const readWholeNumber: ReadText<number> = (text) =>
  /^\d{1,15}$/.test(text) ? succeed(Number(text)) : fail('a whole number');

export const readSwitch: ReadText<boolean> = (text) => {
  if (text === 'on') return succeed(true);
  return text === 'off' ? succeed(false) : fail('on or off');
};

/** The value `word` stands for null or for itself, everything else is read. */
export function readWordOr<Word extends string, Value, T>(
  word: Word,
  value: Value,
  read: ReadText<T>,
): ReadText<T | Value> {
  return (text) => {
    if (text === word) return succeed(value);
    const other = read(text);
    return other.ok ? other : fail(`${word}, or ${other.failure}`);
  };
}

export function readChoice<const Choice extends string>(choices: readonly Choice[]): ReadText<Choice> {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    return found === undefined ? fail(`one of ${choices.join(', ')}`) : succeed(found);
  };
}

export const readText: ReadText<string> = (text) => succeed(text);
