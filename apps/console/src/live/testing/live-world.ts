import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Problem, SettingsView } from '@dropwise/contract';
import { createSystemClock } from '@dropwise/runtime';
import { FakeFleet } from '../../api/testing/fake-fleet.ts';
import { FakeReader } from '../../api/testing/fake-reader.ts';
import type { Scope, Who } from '../../auth/who.ts';
import type { LiveHandshake } from '../admission.ts';
import { createLive, type Live } from '../create-live.ts';
import type { LiveLimits } from '../live-limits.ts';

export const livePath = '/base/socket.io';

/** A console's live side on a port of its own, with everything around it in the test's hands. */
export interface LiveWorld extends AsyncDisposable {
  readonly live: Live;
  readonly fleet: FakeFleet;
  readonly reader: FakeReader;
  readonly server: Server;
  readonly port: number;
  readonly logged: string[];
  /** Who may listen: by the header `x-name`, everybody who is not in here. */
  readonly refused: Set<string>;
  scopes: ReadonlySet<Scope>;
  changeSettings(view: SettingsView): void;
}

export async function startLiveWorld(
  limits: Partial<LiveLimits> = {},
  prepare: (world: Pick<LiveWorld, 'fleet' | 'reader'>) => void = () => {},
): Promise<LiveWorld> {
  const server = createServer((_request, response) => response.end('not live'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const around = { fleet: new FakeFleet(), reader: new FakeReader(), logged: [], refused: new Set<string>() };
  prepare(around);
  const settings = new FakeSettings();
  const world = {
    ...around,
    server,
    port: (server.address() as AddressInfo).port,
    scopes: new Set<Scope>(['public', 'read']) as ReadonlySet<Scope>,
    changeSettings: (view: SettingsView) => settings.change(view),
    logged: [] as string[],
  };
  const live = createLive({
    httpServer: server,
    path: livePath,
    clock: createSystemClock(),
    fleet: world.fleet,
    settings,
    reader: world.reader,
    authorize: (handshake) => whoOf(handshake, world),
    log: (sentence) => world.logged.push(sentence),
    limits: { gatherMs: 5, ...limits },
  });
  return Object.assign(world, {
    live,
    [Symbol.asyncDispose]: async () => {
      await live[Symbol.asyncDispose]();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function whoOf({ headers, socket }: LiveHandshake, world: Pick<LiveWorld, 'refused' | 'scopes'>): Who | Problem {
  const name = String(headers['x-name'] ?? 'nobody');
  if (world.refused.has(name)) {
    return { error: { code: 'notSignedIn', sentence: `${name} is not signed in.`, at: null } };
  }
  return { kind: 'session', scopes: world.scopes, name, address: socket.remoteAddress };
}

class FakeSettings {
  view: SettingsView = { settings: [], problems: [], warnings: [], revision: 1 };
  readonly #listeners = new Set<(keys: readonly string[]) => void>();

  change(view: SettingsView): void {
    this.view = view;
    for (const listener of this.#listeners) listener([]);
  }

  onChange(listener: (keys: readonly string[]) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }
}
