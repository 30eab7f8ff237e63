import type { Clock, Random } from '@dropwise/kit';
import type { ConsoleArguments, DataDirectory, OpenLogger, ProcessIo } from '@dropwise/runtime';
import type { Store } from '@dropwise/store';
import type { Access } from '../auth/access.ts';
import type { Tls } from '../auth/read-tls.ts';
import type { ListenWish } from './listen.ts';

/** What is open before anything is served. */
export interface Opened {
  readonly args: ConsoleArguments;
  readonly io: ProcessIo;
  readonly directory: DataDirectory;
  /** Real time. */
  readonly clock: Clock;
  /** A demo's miner lives faster; so does what is remembered of it. */
  readonly minerClock: Clock;
  readonly random: Random;
  readonly log: OpenLogger;
  /** The terminal alone. */
  readonly screen: OpenLogger;
  readonly access: Access;
  /** Read by `access`; there before the settings are served, and as they are afterwards. */
  readonly sessionDays: { current: () => number };
  readonly store: Store;
  readonly dayOf: (at: number) => string;
  readonly tls: Tls | null;
  readonly listen: ListenWish;
  readonly trustedProxies: readonly string[];
}
