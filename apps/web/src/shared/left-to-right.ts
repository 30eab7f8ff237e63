/** A path or an address within a sentence: read from left to right, whichever way the sentence runs. */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}
