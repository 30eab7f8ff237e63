import type { IncomingHttpHeaders } from 'node:http';
import { fail, type Result, succeed } from '@dropwise/kit';
import proxyAddr from '@fastify/proxy-addr';
import { plainAddress } from '../../auth/addresses.ts';

/** What the guards look at: Node's request, of HTTP or of a socket's handshake. */
export interface PeerRequest {
  readonly method?: string | undefined;
  readonly httpVersion?: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders?: readonly string[];
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Where a request comes from, after those have been believed who may be believed. */
export interface Peer {
  /** Of whoever opened the connection. */
  readonly peerAddress: string;
  /** Of the client: behind trusted proxies what they say, else the peer's. */
  readonly address: string;
  readonly scheme: 'http' | 'https';
  /** As the client sees it, with the port if one was given; empty = it said none. */
  readonly host: string;
  /** The connection comes from a trusted proxy. */
  readonly proxied: boolean;
}

export type ReadPeer = (request: PeerRequest) => Peer;

/** Fails with a sentence for what is neither an address nor a range. */
export function checkTrustedProxies(entries: readonly string[]): Result<void, string> {
  const wrong = entries.find((entry) => {
    try {
      proxyAddr.compile([entry]);
      return false;
    } catch {
      return true;
    }
  });
  if (wrong === undefined) return succeed(undefined);
  return fail(
    `console.trustedProxies: expected addresses (192.168.1.2), ranges (172.16.0.0/12), loopback, linklocal or uniquelocal, found "${wrong}".`,
  );
}

/**
 * X-Forwarded-For, -Proto and -Host are a client's free text unless a trusted proxy wrote them. Where several values stand,
 * the last is the nearest proxy's own.
 */
export function createReadPeer(trustedProxies: readonly string[]): ReadPeer {
  const trusts = trustedProxies.length === 0 ? () => false : proxyAddr.compile([...trustedProxies]);
  return ({ headers, socket }) => {
    const peerAddress = plainAddress(socket.remoteAddress ?? '') ?? '';
    const proxied = trusts(peerAddress, 0);
    const forwardedFor = { headers, socket } as Parameters<typeof proxyAddr>[0];
    const said = plainAddress(proxyAddr(forwardedFor, trusts));
    const ownScheme = 'encrypted' in socket && socket.encrypted === true ? 'https' : 'http';
    const saidScheme = proxied ? lastOf(headers['x-forwarded-proto'])?.toLowerCase() : undefined;
    const saidHost = proxied ? lastOf(headers['x-forwarded-host']) : undefined;
    return {
      peerAddress,
      address: said ?? peerAddress,
      scheme: saidScheme === 'https' || saidScheme === 'http' ? saidScheme : ownScheme,
      host: saidHost ?? headers.host ?? '',
      proxied,
    };
  };
}

function lastOf(header: string | string[] | undefined): string | undefined {
  const last = header?.toString().split(',').at(-1)?.trim();
  return last === '' ? undefined : last;
}
