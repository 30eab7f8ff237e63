import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ProxyReport } from '@dropwise/contract';
import type { SayingValues } from '@dropwise/core';
import { assertNever, type Clock } from '@dropwise/kit';
import { shown } from '../../shown/shown-saying.ts';
import { type Greeting, greetHttpProxy } from './greet-http-proxy.ts';
import { greetSocksProxy } from './greet-socks-proxy.ts';
import { formatProxyAddress, type ProxyAddress } from './proxy-address.ts';
import { type ProxySayingCode, sayOfProxy } from './proxy-sayings.ts';
import { NoAnswer } from './receive.ts';

const tested = 'The way to the proxy and its greeting. Whether it lets Twitch through was not tried.';

class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** Connects to the proxy and greets it; nothing beyond it is reached. Never rejects. */
export async function verifyProxy(address: ProxyAddress, clock: Clock, limitMs: number): Promise<ProxyReport> {
  const startedAt = clock.now();
  const socket = openSocket(address);
  // A late error has nobody left to tell.
  socket.on('error', () => {});
  const timer = clock.deadline(limitMs, () => socket.destroy(new TooSlow()));
  const where = formatProxyAddress(address);
  const report = (
    works: boolean,
    latencyMs: number | null,
    code: ProxySayingCode,
    values?: SayingValues,
  ): ProxyReport => {
    const said = sayOfProxy(code, { address: where, ...values });
    return { works, sentence: said.sentence, said: shown([said]), tested, latencyMs };
  };
  try {
    await once(socket, address.scheme === 'https' ? 'secureConnect' : 'connect');
    const { works, code, values } = await greet(socket, address);
    return report(works, clock.now() - startedAt, code, values);
  } catch (error) {
    return report(false, null, ...reasonOf(error, limitMs));
  } finally {
    timer.cancel();
    socket.destroy();
  }
}

function openSocket({ scheme, host, port }: ProxyAddress): Socket {
  if (scheme !== 'https') return connect({ host, port });
  return connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) });
}

function greet(socket: Socket, address: ProxyAddress): Promise<Greeting> {
  switch (address.scheme) {
    case 'http':
    case 'https':
      return greetHttpProxy(socket, address);
    case 'socks5':
      return greetSocksProxy(socket, address);
    default:
      return assertNever(address.scheme);
  }
}

function reasonOf(error: unknown, limitMs: number): readonly [ProxySayingCode, SayingValues?] {
  if (error instanceof TooSlow) return ['proxy-too-slow', { seconds: limitMs / 1_000 }];
  if (error instanceof NoAnswer) return [error.code];
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  switch (code) {
    case 'ECONNREFUSED':
      return ['proxy-nobody'];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['proxy-unknown-host'];
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return ['proxy-no-way'];
    case 'ECONNRESET':
    case 'EPIPE':
      return ['proxy-broke'];
    default:
      return ['proxy-failed', { errorCode: code }];
  }
}
