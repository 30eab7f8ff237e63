import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RequestTexts } from './request-texts.ts';
import type { OutgoingRequest } from './transport.ts';

const limits = { connectMs: 1, firstByteMs: 1, totalMs: 1, maxBytes: 1 };
const request: OutgoingRequest = { path: '/live/seg1.ts', range: null, mayCompress: false, extraHeaders: '', limits };

test('what is asked for again is sent as before, and over a connection of another kind with its own headers', () => {
  const texts = new RequestTexts();
  const first = texts.textOf(request, 'Host: a.test\r\n');
  assert.equal(first, 'GET /live/seg1.ts HTTP/1.1\r\nHost: a.test\r\nAccept-Encoding: identity\r\n\r\n');
  assert.equal(texts.textOf(request, 'Host: a.test\r\n'), first);
  assert.equal(texts.textOf(request, 'Host: b.test\r\n'), first.replace('a.test', 'b.test'));
  assert.equal(texts.textOf(request, 'Host: a.test\r\n'), first);
});

test('two requests are two texts, however alike', () => {
  const texts = new RequestTexts();
  const first = texts.textOf({ ...request, extraHeaders: 'CMCD-Session: sid="a"\r\n' }, 'Host: a.test\r\n');
  const second = texts.textOf({ ...request, extraHeaders: 'CMCD-Session: sid="b"\r\n' }, 'Host: a.test\r\n');
  assert.equal(second, first.replace('sid="a"', 'sid="b"'));
});
