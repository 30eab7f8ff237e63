import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { PendingPolls } from './cut-connection.ts';

interface Answered extends AsyncDisposable {
  readonly answer: ServerResponse;
  readonly closed: Promise<unknown>;
  /** Takes what was sent. */
  read(): void;
}

/** An answer of `sizeBytes` to a client that does not read it yet, over a line that is kept. */
async function answerWith(sizeBytes: number): Promise<Answered> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => {});
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, answer] = (await once(server, 'request')) as [unknown, ServerResponse];
  answer.end('x'.repeat(sizeBytes));
  return {
    answer,
    closed: once(answer, 'close'),
    read: () => client.resume(),
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('an answer that a client does not take is given up with its line', async () => {
  await using answered = await answerWith(50_000_000);
  const polls = new PendingPolls();
  polls.add('a', answered.answer);
  polls.cut('b');
  assert.equal(answered.answer.destroyed, false);
  polls.cut('a');
  assert.ok(answered.answer.destroyed);
  await answered.closed;
  assert.equal(answered.answer.writableFinished, false);
});

test('an answer that has left is not touched: its line may serve somebody else', async () => {
  await using answered = await answerWith(10);
  const polls = new PendingPolls();
  polls.add('a', answered.answer);
  answered.read();
  if (!answered.answer.writableFinished) await once(answered.answer, 'finish');
  const line = answered.answer.req.socket;
  polls.cut('a');
  assert.equal(line.destroyed, false);
});
