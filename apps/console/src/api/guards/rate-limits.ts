import type { Clock } from '@dropwise/kit';
import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressKey } from '../../auth/addresses.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { createRateWindows } from './rate-windows.ts';

/** Requests a minute from one address. */
export interface RateLimits {
  /** Of all kinds. A dashboard makes some dozens when it opens; many may share an address. */
  readonly all: number;
  /** That change something. */
  readonly changes: number;
  /** That try a password: beside this, wrong ones make the next try wait. */
  readonly passwords: number;
}

export const usualRateLimits: RateLimits = { all: 1_200, changes: 120, passwords: 20 };

const minuteMs = 60_000;

export type LimitRate = (request: FastifyRequest, reply: FastifyReply, changes: boolean) => Promise<void>;

/** `addressOf`: the client's. */
export async function createRateLimit(
  app: App,
  clock: Clock,
  limits: RateLimits,
  addressOf: (request: FastifyRequest) => string,
): Promise<LimitRate> {
  await app.register(rateLimit, { global: false, store: createRateWindows(clock) });
  const limiter = (max: number) =>
    app.createRateLimit({ max, timeWindow: minuteMs, keyGenerator: (request) => addressKey(addressOf(request)) });
  const all = limiter(limits.all);
  const changing = limiter(limits.changes);
  const passwords = limiter(limits.passwords);

  return async (request, reply, changes) => {
    const applied = [all];
    if (changes) applied.push(changing);
    if (request.routeOptions.config.limit === 'password') applied.push(passwords);
    for (const limit of applied) {
      const outcome = await limit(request);
      if (outcome.isAllowed || !outcome.isExceeded) continue;
      reply.header('retry-after', outcome.ttlInSeconds);
      throw new ProblemError(
        'tooMany',
        `More than ${outcome.max} requests of this kind came from this address in a minute. Try again in ${outcome.ttlInSeconds} s.`,
      );
    }
  };
}
