import { openDialing } from './open-dialing.ts';
import { RawConnection, type RawContext } from './raw-connection.ts';
import { RequestTexts } from './request-texts.ts';
import type { Transport } from './transport.ts';
import { type TransportOptions, usualSlowestBody } from './transport-options.ts';

const readBufferBytes = 256 * 1024;

/** Sockets and an HTTP reader of our own: what thousands of viewers cost least with. */
export function createRawTransport(options: TransportOptions): Transport {
  const open = new Set<RawConnection>();
  const dialing = openDialing(options);
  const context: RawContext = {
    ...dialing,
    readBuffer: Buffer.allocUnsafeSlow(readBufferBytes),
    now: options.now,
    timers: options.timers,
    texts: new RequestTexts(),
    slowestBody: options.slowestBody ?? usualSlowestBody,
    ended: (connection) => open.delete(connection),
  };
  return {
    connect: (route, meter) => {
      const connection = new RawConnection(context, route, meter);
      open.add(connection);
      return connection;
    },
    close: async () => {
      for (const connection of [...open]) connection.close();
      await dialing.socketsDown();
    },
  };
}
