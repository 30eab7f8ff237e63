import { Readable } from 'node:stream';
import type { StoredLine } from '@dropwise/contract';

/** Pages of lines as a stream of text, one line each, or of NDJSON. */
export function streamLines(pages: AsyncIterable<readonly StoredLine[]>, format: 'text' | 'ndjson'): Readable {
  const write = format === 'text' ? formatLine : (line: StoredLine) => `${JSON.stringify(line)}\n`;
  // One page at a time: the next is read when a client has taken the last.
  return Readable.from(textsOf(pages, write), { highWaterMark: 1 });
}

/**
 * `2026-03-01T12:00:00.000Z warning miner/stdout the text`. What a stranger wrote cannot begin a line of its own: what follows
 * a line break is indented, other control characters become spaces.
 */
export function formatLine({ at, level, childId, source, text }: StoredLine): string {
  const plain = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ' ');
  const head = [new Date(at).toISOString(), level, `${childId}/${source.replace(/\p{Cc}/gu, ' ')}`].join(' ');
  return `${head} ${plain.replaceAll('\n', '\n    ')}\n`;
}

async function* textsOf(
  pages: AsyncIterable<readonly StoredLine[]>,
  write: (line: StoredLine) => string,
): AsyncGenerator<string> {
  for await (const page of pages) yield page.map(write).join('');
}
