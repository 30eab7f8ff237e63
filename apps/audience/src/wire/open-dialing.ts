import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createSecureContext, getCACertificates } from 'node:tls';
import type { DialContext } from './dial.ts';
import { HeadScanner } from './head-scanner.ts';
import { createProxyLookup } from './proxy-lookup.ts';
import type { TransportOptions } from './transport-options.ts';

/** What the connections of one transport dial with, and what is left of them. */
export interface Dialing extends DialContext {
  /** Counts connections, so that they take several addresses in turn. */
  nextTurn(): number;
  /** Once every socket is closed. */
  socketsDown(): Promise<void>;
}

/** As streams; the raw transport puts its buffer in. */
export function openDialing({ identity, now, authorities, resolve }: TransportOptions): Dialing {
  const sockets = new Set<Socket>();
  let turn = 0;
  return {
    identity,
    secureContext: createSecureContext(
      authorities === undefined ? {} : { ca: [...getCACertificates('default'), ...authorities] },
    ),
    scanner: new HeadScanner(),
    lookupProxy: createProxyLookup(resolve ?? ((host) => lookup(host)), now),
    readBuffer: null,
    sockets,
    nextTurn: () => turn++,
    socketsDown: async () => {
      await Promise.all(Array.from(sockets, (socket) => once(socket, 'close')));
    },
  };
}
