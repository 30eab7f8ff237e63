const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6])|\ufe0f/u;
const empty = /^[\p{M}\p{Cf}]+$/u;

/** Columns that the text takes in a terminal: letters of East Asia and emoji take two, marks none. */
export function displayWidth(text: string): number {
  // Most names are plain, and this is called for every row.
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** The text in at most `width` columns: what is cut off is replaced by "…". */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  let cut = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    taken += graphemeWidth(segment);
    if (taken > width - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** The text in exactly `width` columns, cut or filled with spaces. */
export function fitToWidth(text: string, width: number): string {
  const cut = cutToWidth(text, width);
  return cut + ' '.repeat(Math.max(0, width - displayWidth(cut)));
}

/** Not between a number and its unit, nor before the time of a day. */
const breakable = / (?!(?:h|min|days|%)(?:[ .,;:]|$)|\d\d:\d\d)/u;

/** Words in lines of at most `width` columns; the later ones begin with `indent`. A word that is longer is cut. */
export function wrapToWidth(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(breakable)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line.trim() !== '') lines.push(line);
    line = cutToWidth(lines.length === 0 ? word : `${indent}${word}`, width);
  }
  return [...lines, line];
}

function graphemeWidth(segment: string): number {
  if (empty.test(segment)) return 0;
  return wide.test(segment) ? 2 : 1;
}
