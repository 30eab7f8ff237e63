import { lookup } from 'node:dns/promises';
import { fail, type Result, succeed } from '@dropwise/kit';
import { isLoopback, plainAddress } from './addresses.ts';

export interface ListenWish {
  /** `console.host`, as it was given. */
  readonly host: string;
  /** What it stands for: `resolveListenHost`. */
  readonly addresses: readonly string[];
  readonly passwordSet: boolean;
}

/** May the console listen there? Fails with what to type. Loopback always; elsewhere only with a password. */
export function checkListen({ host, addresses, passwordSet }: ListenWish): Result<void, string> {
  if (addresses.length === 0) {
    return fail(
      `console.host must be an address of this machine, but "${host}" stands for none. Use 127.0.0.1, 0.0.0.0 for all of its addresses, or one of them.`,
    );
  }
  // One address beside loopback is enough to be reached by others; so 0.0.0.0 and :: are no loopback.
  if (passwordSet || addresses.every(isLoopback)) return succeed(undefined);
  return fail(
    [
      `Listening on ${describe(host, addresses)} lets other machines in, and no password is set. Either`,
      `  DROPWISE_PASSWORD_FILE=/path/to/file npm start -- --host ${host}`,
      'with a file that holds one of at least 8 characters, or start with',
      '  npm start -- --host 127.0.0.1',
      'and set one in the browser on this machine first.',
    ].join('\n'),
  );
}

/**
 * The addresses that a host stands for; none = it cannot be resolved. Listen on these and not on the name, which may stand
 * for something else a moment later.
 */
export async function resolveListenHost(host: string): Promise<readonly string[]> {
  const plain = plainAddress(host);
  if (plain !== null) return [plain];
  try {
    const found = await lookup(host, { all: true });
    return [...new Set(found.map(({ address }) => address))];
  } catch {
    return [];
  }
}

function describe(host: string, addresses: readonly string[]): string {
  const [address] = addresses;
  return addresses.length === 1 && plainAddress(host) === address ? host : `${host} (${addresses.join(', ')})`;
}
