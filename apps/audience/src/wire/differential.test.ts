import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRawTransport } from './raw-transport.ts';
import { type Answer, soundAnswer, spoiltText } from './testing/arbitrary-answers.ts';
import { exchange, requestFor } from './testing/heard-exchange.ts';
import { type Reading, readByNode } from './testing/oracle.ts';
import { openRawServer, type RawServer } from './testing/raw-server.ts';
import { CountingMeter, loopbackRoute, testOptions } from './testing/routes.ts';
import type { Transport } from './transport.ts';
import { createUndiciTransport } from './undici-transport.ts';

const seed = 20_261_128;

interface Bench extends AsyncDisposable {
  /** The same bytes, cut into the same pieces, as each reader understands them. */
  read(
    text: string,
    pieceBytes: number,
  ): Promise<{ readonly raw: Reading; readonly undici: Reading; readonly node: Reading }>;
}

async function openBench(): Promise<Bench> {
  let text = '';
  let pieceBytes = 1;
  const server = await openRawServer((socket) => {
    const send = (from: number): void => {
      if (from >= text.length) {
        socket.end();
        return;
      }
      socket.write(Buffer.from(text.slice(from, from + pieceBytes), 'latin1'), () =>
        setImmediate(send, from + pieceBytes),
      );
    };
    send(0);
  });
  const raw = createRawTransport(testOptions().options);
  const undici = createUndiciTransport(testOptions().options);
  return {
    read: async (next, bytes) => {
      text = next;
      pieceBytes = bytes;
      const [byRaw, byUndici, byNode] = await Promise.all([
        readBy(raw, server),
        readBy(undici, server),
        readByNode(server.port, '/'),
      ]);
      return { raw: byRaw, undici: byUndici, node: byNode };
    },
    [Symbol.asyncDispose]: async () => {
      await raw.close();
      await undici.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function readBy(transport: Transport, server: RawServer): Promise<Reading> {
  const connection = transport.connect(loopbackRoute(server.port), new CountingMeter());
  const { head, body, failure } = await exchange(connection, requestFor('/'));
  connection.close();
  return failure === null && head !== null ? { status: head.status, body: body.toString('latin1') } : null;
}

/** Whole, in the smallest pieces, or in some. */
const pieces = (text: string): fc.Arbitrary<number> =>
  fc.constantFrom(text.length + 1, Math.ceil(text.length / 7) + 1, 17);

test('a sound answer reads the same here, in Node’s client and in undici', async () => {
  await using bench = await openBench();
  const cases = soundAnswer.chain((answer) => fc.tuple(fc.constant(answer), pieces(answer.text)));
  const property = fc.asyncProperty(cases, async ([answer, pieceBytes]: [Answer, number]) => {
    const { raw, undici, node } = await bench.read(answer.text, pieceBytes);
    const expected = { status: answer.status, body: answer.body };
    assert.deepEqual(node, expected, 'node:http');
    assert.deepEqual(undici, expected, 'undici');
    assert.deepEqual(raw, expected);
  });
  await fc.assert(property, { seed, numRuns: 300 });
});

test('a spoilt answer is never read as something that Node’s client would not read', async () => {
  await using bench = await openBench();
  const cases = spoiltText.chain((text) => fc.tuple(fc.constant(text), pieces(text)));
  let taken = 0;
  let refused = 0;
  const property = fc.asyncProperty(cases, async ([text, pieceBytes]) => {
    const { raw, undici, node } = await bench.read(text, pieceBytes);
    if (raw === null) {
      refused++;
      return;
    }
    taken++;
    assert.deepEqual(node, raw, 'node:http');
    // undici refuses more: a length on 204, a tab behind a length.
    if (undici !== null) assert.deepEqual(undici, raw, 'undici');
  });
  await fc.assert(property, { seed, numRuns: 1_500 });
  assert.ok(taken > 100 && refused > 100, `${taken} taken, ${refused} refused`);
});
