import { isIP } from 'node:net';
import type { ProxyEndpoint } from './transport.ts';
import { proxyFailed, type Tunnel, type TunnelStep, type TunnelTarget } from './tunnel.ts';

const noAuthentication = 0x00;
const userAndPassword = 0x02;

/** RFC 1928 6. */
const replies: readonly string[] = [
  'succeeded',
  'general failure',
  'not allowed by its rules',
  'network unreachable',
  'host unreachable',
  'connection refused by the origin',
  'time to live expired',
  'command not supported',
  'address type not supported',
];

/**
 * SOCKS5 (RFC 1928) with user and password (RFC 1929).
 *
 * method ─ 0 ─▶ reply        method ─ 2 ─▶ status ─ 0 ─▶ reply        reply ─ 0 ─▶ open
 */
type Stage = 'method' | 'status' | 'reply';

export function createSocks5Tunnel(proxy: ProxyEndpoint, target: TunnelTarget): Tunnel {
  let stage: Stage = 'method';
  let held = Buffer.alloc(0);
  const { credentials } = proxy;
  const step = (): TunnelStep => {
    switch (stage) {
      case 'method':
        return held.length < 2 ? more : readMethod();
      case 'status':
        return held.length < 2 ? more : readStatus();
      case 'reply':
        return readReply(held);
    }
  };
  const readMethod = (): TunnelStep => {
    const method = held[1];
    if (held[0] !== 5) return proxyFailed('proxy_refused', 'the proxy does not speak SOCKS5');
    if (held.length > 2) return tooMuch();
    if (method === noAuthentication) return writeNext('reply', formatRequest(target));
    if (method === userAndPassword && credentials !== null) {
      return writeNext('status', formatCredentials(credentials.user, credentials.password));
    }
    return proxyFailed(
      'proxy_auth',
      `the proxy ${credentials === null ? 'wants credentials' : 'accepts no such login'}`,
    );
  };
  const readStatus = (): TunnelStep => {
    if (held[1] !== 0) return proxyFailed('proxy_auth', 'the proxy does not accept the credentials');
    return held.length > 2 ? tooMuch() : writeNext('reply', formatRequest(target));
  };
  const writeNext = (next: Stage, bytes: Buffer): TunnelStep => {
    stage = next;
    held = Buffer.alloc(0);
    return { kind: 'write', bytes };
  };
  return {
    begin: () =>
      Buffer.from(credentials === null ? [5, 1, noAuthentication] : [5, 2, noAuthentication, userAndPassword]),
    feed: (bytes) => {
      held = Buffer.concat([held, bytes]);
      return step();
    },
  };
}

const more: TunnelStep = { kind: 'more' };

function readReply(held: Buffer): TunnelStep {
  if (held.length < 5) return more;
  if (held[0] !== 5) return proxyFailed('proxy_refused', 'the proxy’s reply is not one of SOCKS5');
  const code = held[1] ?? 0;
  if (code !== 0) return proxyFailed('proxy_refused', `the proxy’s reply: ${replies[code] ?? `code ${code}`}`);
  const length = replyBytes(held);
  if (length === null) return proxyFailed('proxy_refused', 'the proxy’s reply has an unknown address type');
  if (held.length < length) return more;
  return held.length === length ? { kind: 'open' } : tooMuch();
}

/** Version, code, reserved, type, address, port. */
function replyBytes(held: Buffer): number | null {
  if (held[3] === 1) return 10;
  if (held[3] === 4) return 22;
  return held[3] === 3 ? 7 + (held[4] ?? 0) : null;
}

function formatRequest(target: TunnelTarget): Buffer {
  const isV6 = isIP(target.address) === 6;
  const address = isV6 ? ipv6Bytes(target.address) : Buffer.from(target.address.split('.').map(Number));
  return Buffer.concat([
    Buffer.from([5, 1, 0, isV6 ? 4 : 1]),
    address,
    Buffer.from([target.port >> 8, target.port & 0xff]),
  ]);
}

function formatCredentials(user: string, password: string): Buffer {
  const name = Buffer.from(user);
  const secret = Buffer.from(password);
  return Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([secret.length]), secret]);
}

/** An address that `isIP` took as version 6, with `::` and a dotted tail as may be. */
function ipv6Bytes(address: string): Buffer {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [left = '', right] = canonical.split('::');
  const head = groupsOf(left);
  const tail = right === undefined ? [] : groupsOf(right);
  const groups = [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
  return Buffer.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function tooMuch(): TunnelStep {
  return proxyFailed('proxy_refused', 'the proxy sent bytes that nobody asked for');
}
