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
  return text.startsWith('[') ? readJson(text) : succeed(partsOf(text, ','));
};

/** Like `readList` for hours: “;” divides, and a comma after a time; commas between days do not. */
export const readHours: TextReader = (text) => {
  return text.startsWith('[') ? readJson(text) : succeed(partsOf(text, /;|(?<=:\d\d\s*),/));
};

/**
 * A JSON object, or `Name=value` with “;” between. The last “=” divides, so that a name may hold one; a name with a “;”
 * needs the JSON form. Without “=”, or with two values for one name, nothing is read.
 */
export const readMap: TextReader = (text) => {
  if (text.startsWith('{')) return readJson(text);
  const values = new Map<string, string>();
  for (const part of partsOf(text, ';')) {
    const at = part.lastIndexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    const value = part.slice(at + 1).trim();
    if (at === -1 || (values.get(name) ?? value) !== value) return fail(null);
    values.set(name, value);
  }
  return succeed(Object.fromEntries(values));
};

function partsOf(text: string, divider: string | RegExp): readonly string[] {
  return text
    .split(divider)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readJson(text: string): ReturnType<TextReader> {
  try {
    return succeed(JSON.parse(text));
  } catch {
    return fail(null);
  }
}
