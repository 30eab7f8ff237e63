import { lookup, resolveTxt } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';

/** This machine's way of looking names up. */
export interface NameResolver {
  resolve(host: string): Promise<Result<readonly string[], string>>;
  readTxt(name: string): Promise<Result<readonly string[], string>>;
}

const limitMs = 10_000;

export function createSystemResolver(clock: Clock): NameResolver {
  return {
    resolve: async (host) => {
      if (isIP(host) !== 0) return succeed([host]);
      const found = await withinLimit(clock, lookup(host, { all: true, order: 'verbatim' }));
      return found.ok ? succeed(found.value.map(({ address }) => address)) : found;
    },
    readTxt: async (name) => {
      const found = await withinLimit(clock, resolveTxt(name));
      // A long record comes in parts of 255 bytes.
      return found.ok ? succeed(found.value.map((parts) => parts.join(''))) : found;
    },
  };
}

/** Without its own limit a lookup takes as long as the machine's servers are silent. */
async function withinLimit<Found>(clock: Clock, looking: Promise<Found>): Promise<Result<Found, string>> {
  const late = Promise.withResolvers<Result<Found, string>>();
  const timer = clock.deadline(limitMs, () => late.resolve(fail(`no answer within ${limitMs / 1_000} seconds.`)));
  const found = looking.then(
    (value): Result<Found, string> => succeed(value),
    (error: unknown) => fail(describe(error)),
  );
  const first = await Promise.race([found, late.promise]);
  timer.cancel();
  return first;
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOTFOUND' || code === 'ENODATA') return 'there is no such name.';
  return `${error instanceof Error ? error.message : String(error)}.`;
}
