/** Shorter ones are in every text by chance. */
const minLength = 4;

/** Every text in the values that must not be told: as it is, as addresses write it, and the parts of an address. */
export function secretValuesOf(values: readonly unknown[]): readonly string[] {
  const texts = values.flatMap(textsIn).flatMap((text) => [text, encodeURIComponent(text), ...addressParts(text)]);
  return [...new Set(texts)].filter((text) => text.length >= minLength).sort((a, b) => b.length - a.length);
}

export function maskValues(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) masked = masked.replaceAll(secret, '[secret]');
  return masked;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The host of an address is none: what cannot be reached has to be named. */
function addressParts(text: string): readonly string[] {
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return [];
  const { pathname, searchParams } = new URL(text);
  return [...pathname.split('/'), ...searchParams.values()].filter((part) => part.length >= 8);
}
