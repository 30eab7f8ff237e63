import { isIP } from 'node:net';
import { type HeadScanner, headIncomplete, headMalformed } from './head-scanner.ts';
import type { ProxyEndpoint } from './transport.ts';
import { proxyFailed, type Tunnel, type TunnelStep, type TunnelTarget } from './tunnel.ts';

const maxAnswerBytes = 8 * 1024;

/** CONNECT (RFC 9110 9.3.6) with Basic credentials (RFC 7617). `identity` = header lines of who is asking. */
export function createConnectTunnel(
  proxy: ProxyEndpoint,
  target: TunnelTarget,
  identity: string,
  scanner: HeadScanner,
): Tunnel {
  let answer = Buffer.alloc(0);
  return {
    begin: () => Buffer.from(formatConnect(proxy, target, identity), 'latin1'),
    feed: (bytes) => {
      answer = Buffer.concat([answer, bytes]);
      if (answer.length > maxAnswerBytes) return proxyFailed('proxy_refused', 'the proxy’s answer is longer than 8 KB');
      return readAnswer(answer, scanner);
    },
  };
}

function formatConnect(proxy: ProxyEndpoint, target: TunnelTarget, identity: string): string {
  const authority = `${isIP(target.address) === 6 ? `[${target.address}]` : target.address}:${target.port}`;
  const { credentials } = proxy;
  const basic =
    credentials === null ? '' : Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
  const authorization = credentials === null ? '' : `Proxy-Authorization: Basic ${basic}\r\n`;
  return `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${identity}${authorization}\r\n`;
}

function readAnswer(answer: Buffer, scanner: HeadScanner): TunnelStep {
  const headEnd = scanner.scan(answer, 0, answer.length);
  if (headEnd === headIncomplete) return { kind: 'more' };
  if (headEnd === headMalformed)
    return proxyFailed('proxy_refused', `the proxy does not speak HTTP: ${scanner.problem}`);
  const { status } = scanner;
  if (status < 200) return readAnswer(answer.subarray(headEnd), scanner);
  // tinyproxy says 401 where RFC 9110 15.5.8 asks for 407.
  if (status === 407 || status === 401) {
    return proxyFailed('proxy_auth', `the proxy does not accept the credentials (${status})`);
  }
  if (status >= 300) return proxyFailed('proxy_refused', `the proxy answered CONNECT with ${status}`);
  return answer.length === headEnd
    ? { kind: 'open' }
    : proxyFailed('proxy_refused', 'the proxy sent bytes of its own into the tunnel');
}
