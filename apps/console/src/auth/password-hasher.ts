import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Result } from '@dropwise/kit';
import type { PasswordRecord } from './access-record.ts';
import { Gate, type GateBusy } from './gate.ts';
import { createId } from './secret-text.ts';

export interface ScryptParameters {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** What OWASP's password storage cheat sheet asks of scrypt: 128 MiB and about a third of a second. */
export const currentParameters: ScryptParameters = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };

/** At once: each takes 128 MiB and one of Node's four threads for files and names. */
const maxRunning = 2;
/** More wait about a second at most; whoever comes then is sent away. */
const maxWaiting = 6;

/** Too many want a password hashed at this moment. */
export type HasherBusy = GateBusy;

export interface PasswordHasher {
  hash(password: string, now: number): Promise<Result<PasswordRecord, HasherBusy>>;
  /** Takes the same time for every password. */
  verify(password: string, record: PasswordRecord): Promise<Result<boolean, HasherBusy>>;
  /** True: the record was made with other parameters than are asked for today. */
  isOutdated(record: PasswordRecord): boolean;
}

export function createPasswordHasher(parameters: ScryptParameters = currentParameters): PasswordHasher {
  const gate = new Gate(maxRunning, maxWaiting);
  return {
    hash: (password, now) =>
      gate.pass(async () => {
        const salt = randomBytes(16);
        const hash = await derive(password, salt, parameters);
        const texts = { salt: salt.toString('base64'), hash: hash.toString('base64') };
        return { id: createId(), algorithm: 'scrypt', ...parameters, ...texts, setAt: now };
      }),
    verify: (password, record) =>
      gate.pass(async () => {
        const expected = Buffer.from(record.hash, 'base64');
        const found = await derive(password, Buffer.from(record.salt, 'base64'), record, expected.length);
        return timingSafeEqual(found, expected);
      }),
    isOutdated: (record) =>
      record.cost !== parameters.cost ||
      record.blockSize !== parameters.blockSize ||
      record.parallelization !== parameters.parallelization,
  };
}

/** Keyboards write é in two ways: NFKC makes them one. */
function derive(password: string, salt: Buffer, parameters: ScryptParameters, length = 32): Promise<Buffer> {
  const { cost, blockSize, parallelization } = parameters;
  // Node refuses what it thinks needs more than `maxmem`; twice the vectors leaves room for the rest.
  const options: ScryptOptions = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
