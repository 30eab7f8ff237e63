import type { SocketConnection, SocketDoor, SocketHandlers } from '@dropwise/kit';
import type { SocketPeer, SocketSession } from './socket-session.ts';

/** Sockets without a network. Everything arrives in a later microtask, in order, as over a wire. */
export function createInProcessSockets(open: (url: URL, peer: SocketPeer) => SocketSession | null): SocketDoor {
  return {
    connect: (url, _headers, handlers) => connect(new URL(url), handlers, open),
  };
}

function connect(
  url: URL,
  handlers: SocketHandlers,
  open: (url: URL, peer: SocketPeer) => SocketSession | null,
): SocketConnection {
  let state: 'connecting' | 'open' | 'closed' = 'connecting';
  let session: SocketSession | null = null;

  const end = (code: number, reason: string): void => {
    if (state === 'closed') return;
    state = 'closed';
    session?.closed();
    queueMicrotask(() => handlers.onClose(code, reason));
  };
  const peer: SocketPeer = {
    send: (text) => {
      queueMicrotask(() => {
        if (state === 'open') handlers.onText(text);
      });
    },
    close: end,
    drop: () => end(1006, ''),
  };
  queueMicrotask(() => {
    if (state === 'closed') return;
    session = open(url, peer);
    if (session === null) return end(1006, 'connection refused');
    state = 'open';
    handlers.onOpen();
    session.opened();
  });

  return {
    send: (text) => {
      queueMicrotask(() => {
        if (state === 'open') session?.received(text);
      });
    },
    close: (code = 1000) => end(code, ''),
  };
}
