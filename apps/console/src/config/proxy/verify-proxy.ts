import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ProxyReport } from '@dropwise/contract';
import { assertNever, type Clock } from '@dropwise/kit';
import { type Greeting, greetHttpProxy } from './greet-http-proxy.ts';
import { greetSocksProxy } from './greet-socks-proxy.ts';
import { formatProxyAddress, type ProxyAddress } from './proxy-address.ts';
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
  try {
    await once(socket, address.scheme === 'https' ? 'secureConnect' : 'connect');
    const { works, sentence } = await greet(socket, address);
    return { works, sentence: `${where}: ${sentence}.`, tested, latencyMs: clock.now() - startedAt };
  } catch (error) {
    return { works: false, sentence: `${where}: ${reasonOf(error, limitMs)}`, tested, latencyMs: null };
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

function reasonOf(error: unknown, limitMs: number): string {
  if (error instanceof TooSlow) return `it did not answer within ${limitMs / 1_000} s. Check host and port.`;
  if (error instanceof NoAnswer)
    return `${error.message} instead of an answer. Check that a proxy of this kind is there.`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there. Check host and port, and that the proxy runs.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of the host is not known. Check its spelling.';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'there is no way to that host. Check the address and the network.';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'it broke the connection. Check that a proxy of this kind is there.';
    default:
      return `the connection failed (${code}). Check scheme, host and port.`;
  }
}
