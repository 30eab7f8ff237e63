import { readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fail, type Result, succeed } from '@dropwise/kit';
import { type DataDirectory, writeFileAtomically } from '@dropwise/runtime';
import type { App } from '../api/app.ts';
import { addressToAsk, parseConsoleAddress } from '../console-address.ts';

export interface ListenWish {
  /** As it was given; what it stands for is listened on. */
  readonly host: string;
  readonly addresses: readonly string[];
  readonly port: number;
  readonly basePath: string;
  readonly isTls: boolean;
}

/** Listens, and leaves word of the address in the data directory. Gives back the address; fails with a sentence. */
export async function listen(app: App, wish: ListenWish, directory: DataDirectory): Promise<Result<string, string>> {
  // A name may stand for IPv4 and IPv6; the first is what everybody on this machine reaches.
  const [address = wish.host] = wish.addresses;
  try {
    await app.listen({ host: address, port: wish.port });
  } catch (error) {
    return fail(describeRefusal(error, address, wish.port));
  }
  const { port } = app.server.address() as AddressInfo;
  const url = addressToAsk(wish.host, port, wish.isTls, wish.basePath);
  await writeFileAtomically(directory.consoleAddressFile, `${JSON.stringify({ url, pid: process.pid })}\n`);
  return succeed(url);
}

/** Takes the word back, if it is still ours. */
export async function forgetAddress(directory: DataDirectory): Promise<void> {
  const text = await readFile(directory.consoleAddressFile, 'utf8').catch(() => null);
  if (text !== null && parseConsoleAddress(text)?.pid === process.pid)
    await rm(directory.consoleAddressFile, { force: true });
}

function describeRefusal(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const where = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return `The console should listen on ${where}, but another program does. End it, or choose another port: --port 8081.`;
    case 'EACCES':
      return `The console should listen on ${where}, but the system does not let it: ports below 1024 are for root. Choose another: --port 8080.`;
    case 'EADDRNOTAVAIL':
      return `The console should listen on ${where}, but this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for all.`;
    default:
      return `The console cannot listen on ${where}: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
