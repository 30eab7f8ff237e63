/** First strong isolate, and the end of an isolate. */
const [begin, end] = ['\u2068', '\u2069'];

/** Letters that run from right to left, and marks that change the direction of what follows them. */
const turning = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * A text that keeps its own direction within a sentence, and changes nothing after it. Where everything runs from left to right
 * it stays as it is, so that what is copied is what was meant.
 */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  if (text === '' || (direction === 'ltr' && !turning.test(text))) return text;
  return `${begin}${isClosed(text) ? text : text.replace(/[\u2066-\u2069]/g, '')}${end}`;
}

/** Whether every isolate that begins in it ends in it: a name could end ours. */
function isClosed(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character >= '\u2066' && character <= begin) depth += 1;
    else if (character === end) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
