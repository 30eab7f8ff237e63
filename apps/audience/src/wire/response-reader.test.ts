import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeadScanner } from './head-scanner.ts';
import { ResponseReader } from './response-reader.ts';
import type { ResponseHead } from './transport.ts';

interface Read {
  readonly statuses: readonly number[];
  readonly head: ResponseHead | null;
  readonly body: string;
  readonly outcome: string;
  readonly closes: boolean;
  readonly leftBytes: number;
}

/** Feeds pieces, then the end of the connection unless the answer is whole before. */
function read(pieces: readonly string[], maxBytes = 1_000_000): Read {
  const reader = new ResponseReader(new HeadScanner());
  const heads: ResponseHead[] = [];
  let body = '';
  reader.begin(
    {
      onHead: (head) => heads.push(head),
      onBody: (buffer, start, end) => {
        body += Buffer.from(buffer.subarray(start, end)).toString('latin1');
      },
      onEnd: () => {},
      onFailure: () => {},
    },
    maxBytes,
  );
  let leftBytes = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(`??${piece}!!`, 'latin1');
    if (reader.isDone || reader.failure !== null) leftBytes += piece.length;
    else leftBytes += bytes.length - 2 - reader.feed(bytes, 2, bytes.length - 2);
  }
  if (!reader.isDone && reader.failure === null) reader.close();
  const outcome = reader.failure === null ? (reader.isDone ? 'done' : 'open') : reader.failure.class;
  return {
    statuses: heads.map((head) => head.status),
    head: heads[0] ?? null,
    body,
    outcome,
    closes: reader.mustClose,
    leftBytes,
  };
}

const usual =
  'HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Sat, 21 Nov 2026 10:00:00 GMT\r\nContent-Type: video/mp2t\r\n' +
  'Content-Length: 5\r\nAge: 7\r\ncontent-RANGE: bytes 0-4/9\r\n\r\nhello';

test('a usual answer is read whole, whatever the case of its names', () => {
  const heard = read([usual]);
  assert.equal(heard.outcome, 'done');
  assert.equal(heard.body, 'hello');
  assert.equal(heard.closes, false);
  assert.deepEqual(heard.head, {
    status: 200,
    contentLength: 5,
    contentType: 'video/mp2t',
    contentEncoding: null,
    contentRange: 'bytes 0-4/9',
    location: null,
    ageSeconds: 7,
    dateMs: Date.UTC(2026, 10, 21, 10),
    retryAfterSeconds: null,
  });
});

const chunked =
  'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n' +
  '5;name="a b"\r\nhello\r\n06\r\n world\r\n0\r\nX-Sum: 1\r\n\r\n';

for (const [name, text, body] of [
  ['counted', usual, 'hello'],
  ['chunked, after an interim one', chunked, 'hello world'],
] as const) {
  test(`an answer that is ${name} is the same however it is split: at every byte, in two, and in single bytes`, () => {
    const whole = read([text]);
    assert.equal(whole.outcome, 'done');
    assert.equal(whole.body, body);
    for (let at = 1; at < text.length; at++)
      assert.deepEqual(read([text.slice(0, at), text.slice(at)]), whole, `at ${at}`);
    assert.deepEqual(read(Array.from(text)), whole);
  });
}

test('the length of a body is told by status, chunks, length, or the end of the connection', () => {
  const cases: readonly (readonly [string, string, string, boolean])[] = [
    ['HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n', '', 'done', false],
    ['HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n', '', 'done', false],
    ['HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n', '', 'done', false],
    ['HTTP/1.1 200 OK\r\n\r\nuntil the end', 'until the end', 'done', true],
    ['HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok', 'ok', 'done', true],
    ['HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nok', 'ok', 'done', false],
    ['HTTP/1.1 200 OK\r\nConnection: foo, Close\r\nContent-Length: 2\r\n\r\nok', 'ok', 'done', true],
  ];
  for (const [text, body, outcome, closes] of cases) {
    const heard = read([text]);
    assert.deepEqual([heard.body, heard.outcome, heard.closes], [body, outcome, closes], text);
  }
});

test('what could be read in two ways is refused', () => {
  const ok = 'HTTP/1.1 200 OK\r\n';
  const heads: readonly string[] = [
    `${ok}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`,
    `${ok}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
    `${ok}Content-Length: 5, 5\r\n\r\nhello`,
    `${ok}Content-Length: +5\r\n\r\nhello`,
    `${ok}Content-Length: 0x5\r\n\r\nhello`,
    `${ok}Content-Length: -1\r\n\r\n`,
    `${ok}Content-Length:\r\n\r\n`,
    `${ok}Content-Length: 9007199254740992\r\n\r\n`,
    `${ok}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${ok}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    `${ok}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${ok}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
    `${ok}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    `${ok}Content-Length : 5\r\n\r\nhello`,
    `${ok} Content-Length: 5\r\n\r\nhello`,
    `${ok}A: b\r\n folded\r\nContent-Length: 5\r\n\r\nhello`,
    `${ok}A: b\nContent-Length: 5\r\n\r\nhello`,
    `${ok}A: b\rContent-Length: 5\r\n\r\nhello`,
    `${ok}A: b\0\r\nContent-Length: 5\r\n\r\nhello`,
    `${ok}: none\r\n\r\n`,
    `${ok}no colon\r\n\r\n`,
    'HTTP/1.1 200 OK\nContent-Length: 5\n\nhello',
    'HTTP/2 200 OK\r\n\r\n',
    'HTTP/1.2 200 OK\r\n\r\n',
    'http/1.1 200 OK\r\n\r\n',
    'HTTP/1.1  200 OK\r\n\r\n',
    'HTTP/1.1 2000 OK\r\n\r\n',
    'HTTP/1.1 099 OK\r\n\r\n',
    'HTTP/1.1 101 Switching Protocols\r\n\r\n',
    '\r\nHTTP/1.1 200 OK\r\n\r\n',
    '<html>\r\n\r\n',
    'HTTP/1.1 100 Continue\r\n\r\n'.repeat(17),
  ];
  const chunks = [
    '-5\r\nhello',
    '5 \r\nhello',
    '0x5\r\nhello',
    '\r\n',
    '5\nhello',
    '5\r\nhelloXX',
    '5\r\nhello\n',
    '11111111111111\r\n',
  ];
  const bodies = [
    ...chunks,
    '5;a\nb\r\nhello',
    '0\r\nContent-Length: 5\r\n\r\n',
    '0\r\n folded\r\n\r\n',
    '0\r\nA: b\n\r\n',
    'g\r\n',
  ];
  for (const text of [...heads, ...bodies.map((body) => `${ok}Transfer-Encoding: chunked\r\n\r\n${body}`)]) {
    assert.equal(read([text]).outcome, 'parse', JSON.stringify(text));
    assert.equal(read(Array.from(text)).outcome, 'parse', `in single bytes: ${JSON.stringify(text)}`);
  }
});

test('what ends too early is truncated, and what never began is reset', () => {
  assert.equal(read([]).outcome, 'reset');
  assert.equal(read(['HTTP/1.1 200 OK\r\nCont']).outcome, 'truncated');
  assert.equal(read(['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell']).outcome, 'truncated');
  assert.equal(read(['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n']).outcome, 'truncated');
  assert.equal(read(['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n']).outcome, 'truncated');
});

test('nothing is read without end: heads, interim answers, extensions, trailers and bodies have a limit', () => {
  const ok = 'HTTP/1.1 200 OK\r\n';
  const long = 'a'.repeat(40_000);
  assert.equal(read([`${ok}A: ${long}`]).outcome, 'too_large');
  assert.equal(read([`${ok}A: b`, long]).outcome, 'too_large');
  assert.equal(read(Array.from(`${ok}A: ${long}`)).outcome, 'too_large');
  assert.equal(read([`HTTP/1.1 103 Hints\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`.repeat(2)]).outcome, 'too_large');
  const body = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
  assert.equal(read([`${body}1;${long}\r\n`]).outcome, 'parse');
  assert.equal(read([body, `1;${'e'.repeat(100)}\r\na\r\n`.repeat(200)]).outcome, 'parse');
  assert.equal(read([`${body}0\r\nA: ${long}\r\n\r\n`]).outcome, 'parse');
  assert.equal(read([body, '5\r\nhello\r\n'.repeat(30)], 100).outcome, 'too_large');
  assert.equal(read([`${ok}Content-Length: 101\r\n\r\n`], 100).outcome, 'too_large');
  assert.equal(read([`${ok}\r\n${'a'.repeat(101)}`], 100).outcome, 'too_large');
  assert.equal(read([`${ok}Content-Length: 100\r\n\r\n${'a'.repeat(100)}`], 100).outcome, 'done');
});

test('bytes behind an answer are left, and counted by whoever fed them', () => {
  assert.equal(read([`${usual}HTTP/1.1 200 OK\r\n`]).leftBytes, 17);
  assert.equal(read([`${chunked}x`]).leftBytes, 1);
  assert.equal(read(['HTTP/1.1 204 No Content\r\n\r\nbody']).leftBytes, 4);
});

test('when to try again is read as seconds, or as an instant by the answer’s own clock', () => {
  const retry = (lines: string): number | null | undefined =>
    read([`HTTP/1.1 503 Busy\r\n${lines}Content-Length: 0\r\n\r\n`]).head?.retryAfterSeconds;
  const date = 'Date: Sat, 21 Nov 2026 10:00:00 GMT\r\n';
  assert.equal(retry('Retry-After: 3\r\n'), 3);
  assert.equal(retry(`${date}Retry-After: Sat, 21 Nov 2026 10:00:09 GMT\r\n`), 9);
  assert.equal(retry(`${date}Retry-After: Sat, 21 Nov 2026 09:00:00 GMT\r\n`), 0);
  assert.equal(retry('Retry-After: Sat, 21 Nov 2026 10:00:09 GMT\r\n'), null);
  assert.equal(retry('Retry-After: soon\r\n'), null);
});

test('whoever listens may stop listening in the middle', () => {
  const reader = new ResponseReader(new HeadScanner());
  let bodies = 0;
  reader.begin(
    {
      onHead: () => {},
      onBody: () => {
        bodies++;
        reader.abandon();
      },
      onEnd: () => {},
      onFailure: () => {},
    },
    1_000,
  );
  const bytes = Buffer.from(chunked, 'latin1');
  assert.equal(reader.feed(bytes, 0, bytes.length), bytes.length);
  assert.equal(bodies, 1);
  assert.equal(reader.isDone, false);
});
