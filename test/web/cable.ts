import { createServer, connect as openConnection, type Socket } from 'node:net';

/** A TCP cable between a browser and the console. */
export interface Cable extends AsyncDisposable {
  readonly url: string;
  /** Both ends notice at once. */
  cut(): void;
  /** As a Wi-Fi that is gone: nothing passes any more, and nobody says so. */
  silence(): void;
  /** New connections pass again. */
  mend(): Promise<void>;
}

export async function layCable(consolePort: number): Promise<Cable> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = openConnection(consolePort, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    if (isSilent) return;
    near.pipe(far).pipe(near);
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as { readonly port: number };
  const cut = (): void => {
    server.close();
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    cut,
    silence() {
      isSilent = true;
      for (const pair of pairs) for (const socket of pair) socket.unpipe().pause();
    },
    async mend() {
      if (isSilent) cut();
      isSilent = false;
      await listen(port);
    },
    async [Symbol.asyncDispose]() {
      cut();
    },
  };
}
