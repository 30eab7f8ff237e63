import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import type { ProxyReport } from '@dropwise/contract';
import { createSystemClock } from '@dropwise/runtime';
import { formatProxyAddress, parseProxyAddress } from './proxy-address.ts';
import { verifyProxy } from './verify-proxy.ts';

interface Listening extends AsyncDisposable {
  readonly port: number;
  /** Everything that was said to it. */
  readonly heard: Buffer[];
}

async function listen(onConnection: (socket: Socket, heard: Buffer[]) => void): Promise<Listening> {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket, heard);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers what it hears by turns. */
function answering(...answers: readonly (string | Buffer)[]): Promise<Listening> {
  return listen((socket, heard) => {
    const left = [...answers];
    socket.on('data', (chunk: Buffer) => {
      heard.push(chunk);
      const answer = left.shift();
      if (answer !== undefined) socket.write(answer);
    });
  });
}

async function verify(text: string, limitMs = 5_000): Promise<ProxyReport> {
  const address = parseProxyAddress(text);
  assert.ok(address.ok);
  const report = await verifyProxy(address.value, createSystemClock(), limitMs);
  assert.doesNotMatch(JSON.stringify(report), /hush/);
  return report;
}

describe('an HTTP proxy', () => {
  const cases: [answer: string, works: boolean, sentence: RegExp][] = [
    ['HTTP/1.1 503 Service Unavailable\r\n\r\n', true, /lets us in/],
    ['HTTP/1.0 200 Connection established\r\n\r\n', true, /lets us in/],
    ['HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', false, /does not accept the name and the password/],
    ['HTTP/1.1 405 Method Not Allowed\r\n\r\n', false, /405, as a web server does/],
    ['SSH-2.0-OpenSSH_9.2\r\n', false, /does not answer as an HTTP proxy/],
    ['x'.repeat(20_000), false, /said more than an answer has/],
  ];
  for (const [answer, works, sentence] of cases) {
    it(`that says ${JSON.stringify(answer.slice(0, 30))} ${works ? 'works' : 'does not work'}`, async () => {
      await using proxy = await answering(answer);
      const report = await verify(`http://ann:hush%40@127.0.0.1:${proxy.port}`);
      assert.deepEqual([report.works, report.latencyMs === null], [works, /more than/.test(report.sentence)]);
      assert.match(report.sentence, sentence);
      assert.match(report.sentence, new RegExp(`http://127\\.0\\.0\\.1:${proxy.port}: `));
    });
  }
  it('is asked for nobody, with the name and password it needs', async () => {
    await using proxy = await answering('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    await verify(`http://ann:hush%40@127.0.0.1:${proxy.port}`);
    const request = Buffer.concat(proxy.heard).toString();
    assert.match(request, /^CONNECT dropwise\.invalid:443 HTTP\/1\.1\r\n/);
    assert.ok(request.includes(`Proxy-Authorization: Basic ${Buffer.from('ann:hush@').toString('base64')}\r\n`));
  });
  it('that wants a name is said to want one', async () => {
    await using proxy = await answering('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    assert.match((await verify(`http://127.0.0.1:${proxy.port}`)).sentence, /asks for a name and a password/);
  });
});

describe('a SOCKS5 proxy', () => {
  it('that needs no sign-in works, and is asked for nothing more', async () => {
    await using proxy = await answering(Buffer.from([5, 0]));
    assert.equal((await verify(`socks5://127.0.0.1:${proxy.port}`)).works, true);
    assert.deepEqual(Buffer.concat(proxy.heard), Buffer.from([5, 1, 0]));
  });
  it('that accepts name and password works', async () => {
    await using proxy = await answering(Buffer.from([5, 2]), Buffer.from([1, 0]));
    assert.equal((await verify(`socks5h://ann:hush@127.0.0.1:${proxy.port}`)).works, true);
    assert.deepEqual(
      Buffer.concat(proxy.heard),
      Buffer.from([5, 2, 0, 2, 1, 3, ...Buffer.from('ann'), 4, ...Buffer.from('hush')]),
    );
  });
  const cases: [string, readonly Buffer[], RegExp][] = [
    ['refuses name and password', [Buffer.from([5, 2]), Buffer.from([1, 1])], /does not accept/],
    ['wants a way that is not known', [Buffer.from([5, 255])], /not known here/],
    ['is none', [Buffer.from('HTTP/1.1 400 Bad Request\r\n')], /does not answer as a SOCKS5 proxy/],
  ];
  for (const [what, answers, sentence] of cases) {
    it(`that ${what} does not work`, async () => {
      await using proxy = await answering(...answers);
      const report = await verify(`socks5://ann:hush@127.0.0.1:${proxy.port}`);
      assert.equal(report.works, false);
      assert.match(report.sentence, sentence);
    });
  }
  it('whose password is longer than SOCKS5 can carry is not greeted with a part of it', async () => {
    await using proxy = await answering(Buffer.from([5, 2]));
    const report = await verify(`socks5://ann:${'hush'.repeat(80)}@127.0.0.1:${proxy.port}`);
    assert.match(report.sentence, /at most 255 bytes/);
    assert.equal(Buffer.concat(proxy.heard).length, 4);
  });
});

describe('a proxy that is not there', () => {
  it('refuses', async () => {
    const proxy = await answering();
    await proxy[Symbol.asyncDispose]();
    const report = await verify(`http://127.0.0.1:${proxy.port}`);
    assert.deepEqual([report.works, report.latencyMs], [false, null]);
    assert.match(report.sentence, /nothing listens there/);
  });
  it('hangs up', async () => {
    await using proxy = await listen((socket) => socket.end());
    assert.match((await verify(`http://127.0.0.1:${proxy.port}`)).sentence, /ended the connection/);
  });
  it('is silent, and is waited for no longer than allowed', async () => {
    await using proxy = await answering();
    assert.match((await verify(`http://127.0.0.1:${proxy.port}`, 50)).sentence, /did not answer within 0\.05 s/);
  });
  it('speaks no TLS', async () => {
    await using proxy = await answering('HTTP/1.1 400 Bad Request\r\n\r\n');
    const report = await verify(`https://ann:hush@127.0.0.1:${proxy.port}`);
    assert.equal(report.works, false);
    assert.match(report.sentence, /the connection failed/);
  });
});

describe('the address of a proxy', () => {
  const cases: [string, string | null][] = [
    ['http://127.0.0.1', 'http://127.0.0.1:80'],
    ['https://proxy.test', 'https://proxy.test:443'],
    ['socks5h://ann:hush@[::1]', 'socks5://[::1]:1080'],
    ['ftp://hush@proxy.test', null],
    ['hush', null],
    ['http://ann:hush%zz@proxy.test', null],
  ];
  for (const [text, expected] of cases) {
    it(`${text} is ${expected ?? 'refused, without naming any of it'}`, () => {
      const read = parseProxyAddress(text);
      if (read.ok) assert.equal(formatProxyAddress(read.value), expected);
      else {
        assert.equal(expected, null);
        assert.doesNotMatch(read.failure, /hush/);
      }
    });
  }
});
