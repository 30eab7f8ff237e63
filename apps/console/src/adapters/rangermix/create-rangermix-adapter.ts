import type { Said } from '@dropwise/core';
import type { BackoffPolicy, Clock, Random } from '@dropwise/kit';
import type { Adapter } from '../adapter.ts';
import { sayOfAdapter } from '../adapter-sayings.ts';
import { prepareRangermix } from './prepare.ts';
import { openRangermixSession } from './rangermix-session.ts';

export interface RangermixAdapterOptions {
  readonly clock: Clock;
  /** The console's own environment, to find programs by. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly random: Random;
  /** Default: the system's. */
  readonly fetch?: typeof fetch;
  /** Between two tries to connect. */
  readonly backoff?: BackoffPolicy;
}

const defaultBackoff: BackoffPolicy = { firstMs: 1_000, capMs: 30_000, jitter: 0.1 };

const cannot: Said = [
  sayOfAdapter('rangermix-one-number'),
  sayOfAdapter('rangermix-claims'),
  sayOfAdapter('rangermix-no-why'),
  sayOfAdapter('rangermix-language'),
  sayOfAdapter('rangermix-unheard'),
  sayOfAdapter('rangermix-no-plan'),
];

/** rangermix/TwitchDropsMiner 1.2: a web application that is listened to and asked over its own API. */
export function createRangermixAdapter(options: RangermixAdapterOptions): Adapter {
  return {
    kind: 'rangermix',
    can: [
      'facts',
      'progress',
      'channels',
      'campaigns',
      'health',
      'login',
      'reload',
      'selectChannel',
      'exitManual',
      'settings',
      'retryLogin',
    ],
    cannot,
    prepare: (child) => prepareRangermix(child, options.env),
    attach: (life, sink) =>
      openRangermixSession(life, sink, {
        clock: options.clock,
        random: options.random,
        fetch: options.fetch ?? fetch,
        backoff: options.backoff ?? defaultBackoff,
      }),
  };
}
