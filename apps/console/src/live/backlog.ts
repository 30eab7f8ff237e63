import type { Socket } from 'socket.io';

/**
 * How much of what was written to a client has not left for the network yet, in characters. Engine.IO says when it takes a
 * packet and when it hands over what it has taken, which it does only after the handing over before is done.
 */
export class Backlog {
  #waiting = 0;
  #leaving = 0;

  constructor(connection: Socket['conn']) {
    connection.on('packetCreate', (packet: { readonly data?: unknown }) => {
      if (typeof packet.data === 'string') this.#waiting += packet.data.length;
    });
    connection.on('flush', () => {
      this.#waiting -= this.#leaving;
      this.#leaving = this.#waiting;
    });
  }

  get size(): number {
    return this.#waiting;
  }
}
