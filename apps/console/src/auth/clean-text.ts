/**
 * Control characters, and those that turn the direction of a line, break it or cannot be seen: whoever writes them into a
 * name or a header wants a log or a terminal to show something that did not happen.
 */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** What a stranger wrote, fit for a log line, an audit entry and a table: one line, visible, at most `maxLength` characters. */
export function cleanText(text: string, maxLength: number): string {
  const visible = text.slice(0, maxLength * 2).replace(unprintable, '\ufffd');
  return visible.length <= maxLength ? visible : `${visible.slice(0, maxLength - 1).toWellFormed()}…`;
}
