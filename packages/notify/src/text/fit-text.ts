export interface FitOptions {
  /** How a character is written where it goes; never cut in the middle. */
  readonly escape?: (character: string) => string;
  /** In what the service counts. Default: UTF-16 code units. */
  readonly sizeOf?: (text: string) => number;
}

const ellipsis = '…';

/** `text`, escaped, in at most `maxSize`; cut with an ellipsis between two characters where it is longer. */
export function fitText(text: string, maxSize: number, options: FitOptions = {}): string {
  const { escape: written = (character) => character, sizeOf = (piece) => piece.length } = options;
  const room = maxSize - sizeOf(ellipsis);
  let kept = '';
  let keptSize = 0;
  let cut: string | null = null;
  for (const character of text) {
    const piece = written(character);
    const size = sizeOf(piece);
    if (cut === null && keptSize + size > room) cut = kept;
    if (keptSize + size > maxSize) return maxSize <= 0 ? '' : `${(cut ?? '').trimEnd()}${ellipsis}`;
    kept += piece;
    keptSize += size;
  }
  return kept;
}

/** Bytes of UTF-8. */
export function utf8Size(text: string): number {
  return Buffer.byteLength(text);
}
