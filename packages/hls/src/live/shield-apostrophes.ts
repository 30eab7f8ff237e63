/** A character that RFC 8216 4.1 forbids in a playlist. */
const standIn = '\u0001';

/** The reader takes an apostrophe within quotes for another quote, and loses the rest of the tag: it sees a stand-in. */
export function shieldApostrophes(attributes: string): string {
  return attributes.replaceAll("'", standIn);
}

export function unshieldApostrophes(value: string): string {
  return value.replaceAll(standIn, "'");
}
