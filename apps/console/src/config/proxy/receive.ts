import { once } from 'node:events';
import type { Socket } from 'node:net';
import { proxySayings } from './proxy-sayings.ts';

/** The other side said too much or ended before it had said enough. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: 'proxy-talks' | 'proxy-hangs-up';

  constructor(code: NoAnswer['code']) {
    super(proxySayings[code]);
    this.code = code;
  }
}

/** Reads until `isWhole` holds. Rejects with `NoAnswer`, or with the socket's own error. */
export async function receive(
  socket: Socket,
  isWhole: (received: Buffer) => boolean,
  maxBytes: number,
): Promise<Buffer> {
  let received: Buffer = Buffer.alloc(0);
  while (!isWhole(received)) {
    if (received.length > maxBytes) throw new NoAnswer('proxy-talks');
    if (socket.readableEnded || socket.destroyed) throw new NoAnswer('proxy-hangs-up');
    const chunk: unknown = socket.read();
    if (chunk instanceof Buffer) received = Buffer.concat([received, chunk]);
    else await moreOrEnd(socket);
  }
  return received;
}

async function moreOrEnd(socket: Socket): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race([
      once(socket, 'readable', { signal: done.signal }),
      once(socket, 'close', { signal: done.signal }),
    ]);
  } finally {
    done.abort();
  }
}
