import { stripVTControlCharacters } from 'node:util';
import { RingBuffer } from '@dropwise/kit';
import { maskSecrets } from '@dropwise/runtime';

const keptLines = 20;
/** Of a line, in characters. */
const usualLength = 500;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controlCharacters = /[\u0000-\u001f\u007f-\u009f]+/g;

/** The end of what a program wrote to stderr, fit for a sentence: no secrets, no colours, nothing endless. */
export interface LastWords {
  hear(line: string): void;
  toLines(): readonly string[];
}

export function createLastWords(keptLength = usualLength, mask = maskSecrets): LastWords {
  const lines = new RingBuffer<string>(keptLines);
  return {
    hear: (line) => lines.push(line.length > 4 * keptLength ? line.slice(0, 4 * keptLength) : line),
    toLines: () => lines.toArray().map((line) => clean(line, keptLength, mask)),
  };
}

/** Masked before it is cut: half a token is a secret, too. */
function clean(line: string, keptLength: number, mask: (text: string) => string): string {
  const plain = mask(stripVTControlCharacters(line)).replace(controlCharacters, ' ');
  return plain.trim() === '' ? '' : plain.slice(0, keptLength);
}
