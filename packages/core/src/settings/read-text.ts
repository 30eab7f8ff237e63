import { fail, type Result, succeed } from '@dropwise/kit';

/** Turns trimmed text into the raw value that a settings file would hold. It need not be valid yet. */
export type TextReader = (text: string) => Result<unknown, null>;

export const readPlainText: TextReader = (text) => succeed(text);

/** true, yes, on, 1; false, no, off, 0; in any case. */
export const readBoolean: TextReader = (text) => {
  const lowered = text.toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(lowered)) return succeed(true);
  return ['false', 'no', 'off', '0'].includes(lowered) ? succeed(false) : fail(null);
};

/** Decimal digits with an optional sign: `0x10`, `1e3` and the empty text are typing errors here. */
export const readWholeNumber: TextReader = (text) =>
  /^[+-]?\d{1,15}$/.test(text) ? succeed(Number(text)) : fail(null);

/**
 * A JSON array, or parts between commas with the blanks around them removed; empty parts are left out. A name with a
 * comma needs the JSON form.
 */
export const readList: TextReader = (text) => {
  if (!text.startsWith('[')) {
    const parts = text.split(',').map((part) => part.trim());
    return succeed(parts.filter((part) => part !== ''));
  }
  try {
    return succeed(JSON.parse(text));
  } catch {
    return fail(null);
  }
};
