import type { Grant } from '../consent/gate.ts';
import type { Connection, Route, Transport } from '../wire/transport.ts';
import type { Vantage } from './vantage.ts';

/** A connection, and the consent it was opened by. */
export interface Lane {
  readonly connection: Connection;
  grant: Grant;
  /** When its last exchange ended; null = it carried none yet. */
  idleSinceMs: number | null;
}

/** Playlist and media may be under way at once; beyond that nothing is asked for in parallel. */
const maxLanesPerAuthority = 2;
/** Variants and segments of several hosts; the oldest idle one goes first. */
const maxLanes = 6;

/** One viewer's keep-alive connections. A second to the same place is opened only while the first is busy. */
export class Lanes {
  readonly #transport: Transport;
  readonly #vantage: Vantage;
  readonly #lanes: Lane[] = [];

  constructor(transport: Transport, vantage: Vantage) {
    this.#transport = transport;
    this.#vantage = vantage;
  }

  get count(): number {
    return this.#lanes.length;
  }

  take(grant: Grant): Lane {
    let open = 0;
    for (let i = this.#lanes.length - 1; i >= 0; i--) {
      const lane = this.#lanes[i] as Lane;
      if (!lane.connection.isUsable) this.#lanes.splice(i, 1);
      else if (isSameWay(lane.grant, grant)) {
        if (!lane.connection.isBusy) {
          lane.grant = grant;
          return lane;
        }
        open++;
      }
    }
    if (open >= maxLanesPerAuthority) throw new Error(`A viewer asked for connection ${open + 1} to one place.`);
    if (this.#lanes.length >= maxLanes) this.#dropIdle();
    return this.#open(grant);
  }

  drop(lane: Lane): void {
    const index = this.#lanes.indexOf(lane);
    if (index >= 0) this.#lanes.splice(index, 1);
    lane.connection.close();
  }

  close(): void {
    for (const lane of this.#lanes.splice(0)) lane.connection.close();
  }

  #open(grant: Grant): Lane {
    const route: Route = {
      authority: grant.authority,
      addresses: grant.addresses,
      proxy: this.#vantage.proxy,
      loopbackOnly: grant.by === 'loopback',
    };
    const lane = { connection: this.#transport.connect(route, this.#vantage.meter), grant, idleSinceMs: null };
    this.#lanes.push(lane);
    return lane;
  }

  #dropIdle(): void {
    const idle = this.#lanes.find((lane) => !lane.connection.isBusy);
    if (idle !== undefined) this.drop(idle);
  }
}

/** A grant that was renewed for other addresses is another way: what was pinned before is used no longer. */
function isSameWay(a: Grant, b: Grant): boolean {
  if (a === b) return true;
  return (
    a.authority.scheme === b.authority.scheme &&
    a.authority.host === b.authority.host &&
    a.authority.port === b.authority.port &&
    a.by === b.by &&
    a.addresses.length === b.addresses.length &&
    a.addresses.every((address, index) => address === b.addresses[index])
  );
}
