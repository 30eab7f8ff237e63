import type { BackoffPolicy, Clock, Random } from '@dropwise/kit';
import type { Adapter } from '../adapter.ts';
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

const cannot: readonly string[] = [
  'It shows one number of minutes and does not tell what Twitch confirmed from what it counted itself.',
  'How it came to a claim, and how often it tried, it does not say.',
  'Why it watches a channel, and for which campaign, it does not say.',
  'Its states are told in its own language: in other languages than English they are shown as they are, without their meaning.',
  'What it said while nobody listened is not read afterwards.',
  'It has no plan. Settings are changed through its API while it runs, and signing out is possible only on its own machine.',
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
