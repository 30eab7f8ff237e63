import { openDialing } from './open-dialing.ts';
import type { Transport } from './transport.ts';
import { type TransportOptions, usualSlowestBody } from './transport-options.ts';
import { UndiciConnection, type UndiciContext } from './undici-connection.ts';

/** undici reads HTTP; everything else is as in the raw transport, which it is there to check. */
export function createUndiciTransport(options: TransportOptions): Transport {
  const open = new Set<UndiciConnection>();
  const dialing = openDialing(options);
  const context: UndiciContext = {
    ...dialing,
    now: options.now,
    timers: options.timers,
    slowestBody: options.slowestBody ?? usualSlowestBody,
    ended: (connection) => open.delete(connection),
  };
  return {
    connect: (route, meter) => {
      const connection = new UndiciConnection(context, route, meter);
      open.add(connection);
      return connection;
    },
    close: async () => {
      for (const connection of [...open]) connection.close();
      await dialing.socketsDown();
    },
  };
}
