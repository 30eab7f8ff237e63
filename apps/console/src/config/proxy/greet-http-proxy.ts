import type { Socket } from 'node:net';
import type { SayingValues } from '@dropwise/core';
import type { ProxyAddress } from './proxy-address.ts';
import type { ProxySayingCode } from './proxy-sayings.ts';
import { receive } from './receive.ts';

/** What an answer says of the proxy. */
export interface Greeting {
  readonly works: boolean;
  readonly code: ProxySayingCode;
  readonly values?: SayingValues;
}

/** `.invalid` never resolves (RFC 2606): a proxy that takes the request can reach nobody with it. */
const nobody = 'dropwise.invalid:443';
const maxHeadBytes = 16_384;
/** What web servers answer that know no CONNECT. */
const notAProxy: readonly number[] = [400, 405, 501];

/** Asks for a tunnel to nowhere. Whatever it says of nowhere, a proxy that answers has let us in. */
export async function greetHttpProxy(socket: Socket, { credentials }: ProxyAddress): Promise<Greeting> {
  const authorization =
    credentials === null
      ? ''
      : `Proxy-Authorization: Basic ${Buffer.from(`${credentials.name}:${credentials.password}`).toString('base64')}\r\n`;
  socket.write(`CONNECT ${nobody} HTTP/1.1\r\nHost: ${nobody}\r\n${authorization}\r\n`);
  const head = await receive(socket, (received) => received.includes('\r\n'), maxHeadBytes);
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(head.toString('latin1'))?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) return { works: false, code: 'proxy-not-http' };
  if (status === 407) {
    return { works: false, code: credentials === null ? 'proxy-wants-name' : 'proxy-refuses-name' };
  }
  if (notAProxy.includes(status)) {
    return { works: false, code: 'proxy-web-server', values: { status } };
  }
  return { works: true, code: 'proxy-http-works' };
}
