import { stripVTControlCharacters } from 'node:util';

/** Everything that moves a cursor, breaks a line, or turns the direction of what is read; a tab is none of it. */
const deceiving = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };

/**
 * What a program or a stranger wrote, as one line that shows all that is in it: colours are taken out, other control characters
 * are written as `\x1b` or `\u202e`. Nothing in it can forge a second line, or hide a part of the first.
 */
export function visibleText(text: string): string {
  const plain = text.includes('\u001b') || text.includes('\u009b') ? stripVTControlCharacters(text) : text;
  return plain.toWellFormed().replace(deceiving, (character) => named[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** The first `maxLength` characters, and how many were left out. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const kept = text.slice(0, maxLength).toWellFormed();
  return `${kept} … [${text.length - maxLength} more characters]`;
}
