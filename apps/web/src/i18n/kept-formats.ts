/** Making one of `Intl`'s formats costs far more than using it, and a screen uses few different ones. */
export interface KeptFormats {
  number(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat;
  date(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat;
  relative(language: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat;
  list(language: string, options: Intl.ListFormatOptions): Intl.ListFormat;
}

/** More kinds of formats than that no page has; then all are made anew. */
const maxKept = 200;

export const keptFormats: KeptFormats = {
  number: kept((language, options) => new Intl.NumberFormat(language, options)),
  date: kept((language, options) => new Intl.DateTimeFormat(language, options)),
  relative: kept((language, options) => new Intl.RelativeTimeFormat(language, options)),
  list: kept((language, options) => new Intl.ListFormat(language, options)),
};

function kept<Options extends object, Format>(
  make: (language: string, options: Options) => Format,
): (language: string, options: Options) => Format {
  const formats = new Map<string, Format>();
  return (language, options) => {
    const key = language + JSON.stringify(options);
    const known = formats.get(key);
    if (known !== undefined) return known;
    if (formats.size >= maxKept) formats.clear();
    const format = make(language, options);
    formats.set(key, format);
    return format;
  };
}
