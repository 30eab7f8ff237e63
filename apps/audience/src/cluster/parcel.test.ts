import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Parcel, packText } from './parcel.ts';

test('a text comes whole out of its pieces, in whatever order and however often they come', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), fc.integer({ min: 20, max: 500 }), fc.nat(), (text, size, turn) => {
      const pieces = packText(text, size);
      const sent = pieces.map((content, piece) => ({ instance: 'a', index: 0, piece, pieces: pieces.length, content }));
      const order = [...sent.slice(turn % sent.length), ...sent.slice(0, turn % sent.length)];
      const parcel = new Parcel();
      const answers = [...order.slice(0, -1), ...order].map((piece) => parcel.add(piece));
      const whole = answers.find((answer) => answer.ok && answer.value !== null);
      assert.equal(whole?.ok === true ? whole.value : null, text);
      for (const content of pieces) assert.ok(content.length <= size);
    }),
  );
});

test('another process begins another text', () => {
  const parcel = new Parcel();
  const [one = '', other = ''] = ['of one', 'of another'].map((text) => gzipSync(text).toString('base64'));
  const half = Math.ceil(one.length / 2);
  parcel.add({ instance: 'a', index: 0, piece: 0, pieces: 2, content: one.slice(0, half) });
  const whole = parcel.add({ instance: 'b', index: 0, piece: 0, pieces: 1, content: other });
  assert.deepEqual(whole, { ok: true, value: 'of another' });
});

test('pieces that make no whole, or are beyond the last, are refused', () => {
  const parcel = new Parcel();
  const piece = { instance: 'a', index: 0, piece: 0, pieces: 1, content: 'bm90IGd6aXA=' };
  assert.deepEqual(parcel.add(piece), { ok: false, failure: 'the pieces make no whole' });
  assert.deepEqual(parcel.add({ ...piece, piece: 4 }), { ok: false, failure: 'there is no piece 4 of 1' });
});

test('what unpacks to more than any part file is refused', () => {
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024)).toString('base64');
  const piece = { instance: 'a', index: 0, piece: 0, pieces: 1, content: bomb };
  assert.deepEqual(new Parcel().add(piece), { ok: false, failure: 'the pieces make no whole' });
});
