import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createLineSplitter, maxLineBytes } from './line-splitter.ts';

function split(...chunks: readonly (string | Buffer)[]): readonly string[] {
  const lines: string[] = [];
  const splitter = createLineSplitter((line) => lines.push(line));
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  splitter.end();
  return lines;
}

describe('lines', () => {
  test('end with a newline, with or without a carriage return, and at the end', () => {
    assert.deepEqual(split('a\nb\r\n\nc'), ['a', 'b', '', 'c']);
    assert.deepEqual(split('a\n'), ['a']);
    assert.deepEqual(split(''), []);
  });

  test('survive any cut into pieces, also within a character', () => {
    const text = fc.array(
      fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n]/g, '')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; ) {
          const size = sizes.next().value ?? 1;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        assert.deepEqual(split(...chunks), lines);
      }),
    );
  });

  test('that are too long are cut once, say so, and leave the next one whole', () => {
    const lines = split('x'.repeat(maxLineBytes), 'y'.repeat(10), 'z'.repeat(maxLineBytes), '\nnext\n');
    assert.equal(lines.length, 2);
    assert.equal(lines[0], `${'x'.repeat(maxLineBytes)} … [cut: the line is longer than 64 KiB]`);
    assert.equal(lines[1], 'next');
  });

  test('of exactly the greatest length are whole', () => {
    assert.deepEqual(split('x'.repeat(maxLineBytes), '\n'), ['x'.repeat(maxLineBytes)]);
  });

  test('that are no UTF-8 are told all the same', () => {
    assert.deepEqual(split(Buffer.from([0xff, 0x41, 0x0a])), ['\ufffdA']);
  });
});
