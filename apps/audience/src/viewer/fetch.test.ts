import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConsentGate, GateAnswer } from '../consent/gate.ts';
import type { Failure } from '../wire/failure.ts';
import type { Connection, ResponseHead, ResponseSink, Transport } from '../wire/transport.ts';
import { Fetch, type FetchOwner } from './fetch.ts';
import { Lanes } from './lanes.ts';
import { playlistResource, type Resource } from './resource.ts';
import { createDirectVantage } from './vantage.ts';

const authority = { scheme: 'http', host: 'origin.test', port: 80 } as const;
const granted: GateAnswer = { kind: 'granted', grant: { authority, addresses: ['192.0.2.1'], by: 'file', paths: [] } };
const head: ResponseHead = {
  status: 200,
  contentLength: 3,
  contentType: null,
  contentEncoding: null,
  contentRange: null,
  location: null,
  ageSeconds: null,
  dateMs: null,
  retryAfterSeconds: null,
};

class FakeConnection implements Connection {
  isBusy = false;
  isUsable = true;
  sink: ResponseSink | null = null;

  send(_request: unknown, sink: ResponseSink): void {
    this.isBusy = true;
    this.sink = sink;
  }

  close(): void {
    this.fail({ class: 'cancelled', message: 'given up', status: null });
  }

  answer(atMs: number): void {
    this.sink?.onHead(head);
    this.isBusy = false;
    this.sink?.onEnd({ sentMs: atMs, firstByteMs: atMs, lastByteMs: atMs, bodyBytes: 3, connectMs: 0 });
  }

  fail(failure: Failure): void {
    if (!this.isUsable) return;
    this.isUsable = false;
    this.isBusy = false;
    this.sink?.onFailure(failure);
  }
}

class Bench implements FetchOwner {
  nowMs = 0;
  heard: string[] = [];
  readonly connections: FakeConnection[] = [];
  gateAnswer: GateAnswer = granted;
  answered: () => void = () => {};
  readonly fetch: Fetch;
  readonly lanes: Lanes;
  readonly resource = playlistResource('http://origin.test/index.m3u8') as Resource;

  constructor() {
    const transport: Transport = {
      connect: () => {
        const connection = new FakeConnection();
        this.connections.push(connection);
        return connection;
      },
      close: async () => {},
    };
    const gate: ConsentGate = {
      lookUp: () => this.gateAnswer,
      ask: (_url, _throughProxy, answered) => {
        this.answered = answered;
      },
    };
    const vantage = createDirectVantage({ read() {}, written() {} });
    this.lanes = new Lanes(transport, vantage);
    this.fetch = new Fetch(gate, this.lanes, vantage, this, () => this.nowMs);
  }

  get last(): FakeConnection {
    return this.connections.at(-1) as FakeConnection;
  }

  onFetchSend(): void {
    this.heard.push('send');
  }

  onFetchResend(): void {
    this.heard.push('resend');
  }

  onFetchHead(): Failure | null {
    this.heard.push('head');
    return null;
  }

  onFetchBody(): Failure | null {
    return null;
  }

  onFetchEnd(): void {
    this.heard.push('end');
  }

  onFetchFailure(failure: Failure): void {
    this.heard.push(failure.class);
  }
}

const reset: Failure = { class: 'reset', message: 'the connection closed', status: null };

/** After one good exchange, another that is reset before it is answered. */
function resetAfterIdling(idleMs: number): Bench {
  const bench = new Bench();
  bench.fetch.start(bench.resource);
  bench.last.answer(0);
  bench.nowMs = idleMs;
  bench.heard = [];
  bench.fetch.start(bench.resource);
  bench.last.fail(reset);
  return bench;
}

test('a connection that the server closed after it was long idle is opened anew, once', () => {
  const bench = resetAfterIdling(5000);
  assert.deepEqual(bench.heard, ['send', 'resend', 'send']);
  assert.equal(bench.connections.length, 2);
  bench.last.fail(reset);
  assert.deepEqual(bench.heard, ['send', 'resend', 'send', 'reset']);
});

test('a connection that is reset while it is in use is a failure', () => {
  assert.deepEqual(resetAfterIdling(50).heard, ['send', 'reset']);
});

test('before consent is known nothing is connected or sent', () => {
  const bench = new Bench();
  bench.gateAnswer = { kind: 'unknown' };
  bench.fetch.start(bench.resource);
  assert.equal(bench.connections.length, 0);
  bench.gateAnswer = granted;
  bench.answered();
  assert.deepEqual(bench.heard, ['send']);
});

test('consent that is refused, or comes after the viewer left, sends nothing', () => {
  const refused = new Bench();
  refused.gateAnswer = { kind: 'unknown' };
  refused.fetch.start(refused.resource);
  refused.gateAnswer = { kind: 'refused', sentence: 'Nobody consented.' };
  refused.answered();
  assert.deepEqual(refused.heard, ['unverified_host']);
  const left = new Bench();
  left.gateAnswer = { kind: 'unknown' };
  left.fetch.start(left.resource);
  left.fetch.cancel();
  left.gateAnswer = granted;
  left.answered();
  assert.deepEqual(left.heard, []);
  assert.equal(refused.connections.length + left.connections.length, 0);
});

test('an answer to a question of consent that was given up does not start the next fetch twice', () => {
  const bench = new Bench();
  bench.gateAnswer = { kind: 'unknown' };
  bench.fetch.start(bench.resource);
  const late = bench.answered;
  bench.fetch.cancel();
  bench.gateAnswer = granted;
  bench.fetch.start(bench.resource);
  late();
  assert.deepEqual(bench.heard, ['send']);
});

test('what was cancelled is heard of no more, and its connection is given up', () => {
  const bench = new Bench();
  bench.fetch.start(bench.resource);
  const { last } = bench;
  bench.fetch.cancel();
  assert.equal(last.isUsable, false);
  last.sink?.onHead(head);
  assert.deepEqual(bench.heard, ['send']);
  bench.fetch.start(bench.resource);
  bench.last.answer(1);
  assert.deepEqual(bench.heard, ['send', 'send', 'head', 'end']);
});

test('consent that was renewed for other addresses opens another connection', () => {
  const bench = new Bench();
  bench.fetch.start(bench.resource);
  bench.last.answer(0);
  bench.gateAnswer = { kind: 'granted', grant: { authority, addresses: ['192.0.2.1'], by: 'file', paths: ['/'] } };
  bench.fetch.start(bench.resource);
  bench.last.answer(0);
  assert.equal(bench.connections.length, 1);
  bench.gateAnswer = { kind: 'granted', grant: { authority, addresses: ['192.0.2.9'], by: 'file', paths: [] } };
  bench.fetch.start(bench.resource);
  assert.equal(bench.connections.length, 2);
});
