import {
  type BackoffPolicy,
  backoffDelayMs,
  type Clock,
  fail,
  type Random,
  type Result,
  type StopSignal,
  sleep,
} from '@dropwise/kit';
import type { ProtocolData } from '../definitions/index.ts';
import type { Exchange } from '../http/exchange.ts';
import type { CountedOperation, RequestCounters } from '../request-counters.ts';
import type { Session } from '../session.ts';
import type { Trace } from '../trace.ts';
import { type AskedItem, classifyResponse, type ItemOutcome } from './classify.ts';
import { noSession, queueFull, serviceTrouble, unexpectedShape, unreachable } from './failures.ts';
import type { GqlFailure } from './gql-failure.ts';
import { gqlHeaders } from './gql-headers.ts';
import { createLimiter, gqlLimits, type LimiterLimits } from './limiter.ts';
import type { Operation } from './operation.ts';

/** How far an operation is repeated before its failure is handed back. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** No attempt begins later than this after the first. */
  readonly deadlineMs: number;
  readonly backoff: BackoffPolicy;
}

/** Protocol 3.3 caps the delay at 60 s; the bounds are ours, because the miner decides what to do meanwhile. */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 5,
  deadlineMs: 60_000,
  backoff: { firstMs: 1_000, capMs: 60_000, jitter: 0.1 },
};

/** Before the one repetition of `service error` and `PersistedQueryNotFound`. Protocol 3.3. */
const onceDelayMs = 5_000;
/** Protocol 3.2. */
export const maxBatchSize = 20;

export interface GqlClientParts {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly random: Random;
  readonly protocol: () => ProtocolData;
  readonly session: () => Session | null;
  /** The client profile's origin. */
  readonly baseUrl: () => string;
  readonly counters: RequestCounters;
  readonly trace: Trace | null;
  readonly retry?: RetryPolicy;
  readonly limits?: LimiterLimits;
}

export interface GqlClient {
  /** One operation. Failures are values; rejects only when stopped. */
  run<Input, Data>(
    operation: Operation<Input, Data>,
    input: Input,
    signal?: StopSignal,
  ): Promise<Result<Data, GqlFailure>>;
  /** The same operation for each input, twenty a request; outcomes in the order of the inputs, each on its own. */
  runBatch<Input, Data>(
    operation: Operation<Input, Data>,
    inputs: readonly Input[],
    signal?: StopSignal,
  ): Promise<readonly Result<Data, GqlFailure>[]>;
}

interface Item extends AskedItem {
  readonly name: CountedOperation;
  readonly body: Readonly<Record<string, unknown>>;
}

export function createGqlClient(parts: GqlClientParts): GqlClient {
  const { clock, random, protocol, session, counters, trace } = parts;
  const limiter = createLimiter(clock, parts.limits ?? gqlLimits);
  const retry = parts.retry ?? defaultRetryPolicy;

  async function send(items: readonly Item[], signal?: StopSignal): Promise<readonly ItemOutcome[]> {
    const current = session();
    if (current === null) return items.map(({ name }) => neverAgain(noSession(name)));
    const release = await limiter.acquire(signal);
    if (release === 'full') return items.map(({ name }) => neverAgain(queueFull(name)));
    try {
      const [single, ...others] = items;
      const body = JSON.stringify(others.length === 0 ? single?.body : items.map((item) => item.body));
      for (const item of items) counters.countOperation(item.name);
      trace?.('gql', `> ${body}`);
      const answer = await parts.exchange(
        {
          purpose: 'gql',
          method: 'POST',
          url: protocol().endpoints.gql,
          headers: gqlHeaders(current, parts.baseUrl()),
          body,
        },
        signal,
      );
      if (!answer.ok) return items.map(({ name }) => unreachableOutcome(unreachable(name, answer.failure)));
      trace?.('gql', `< ${answer.value.status} ${answer.value.body}`);
      return classifyResponse(answer.value, items);
    } finally {
      release();
    }
  }

  /** Repeats what may be repeated, only the items that need it, each time in a new slot. */
  async function settleAll(items: readonly Item[], signal?: StopSignal): Promise<readonly ItemOutcome[]> {
    const outcomes = new Map<Item, ItemOutcome>();
    const startedAt = clock.now();
    const usedUp = new Set<Item>();
    let pending = items;
    for (let attempt = 0; pending.length > 0; attempt++) {
      const answers = await send(pending, signal);
      pending.forEach((item, index) => {
        const answer = answers[index];
        if (answer !== undefined) outcomes.set(item, answer);
      });
      const again = pending.filter((item) => mayRepeat(outcomes.get(item), usedUp.has(item), attempt));
      const hasOnce = again.some((item) => ruleOf(outcomes.get(item)) === 'once');
      for (const item of again) if (ruleOf(outcomes.get(item)) === 'once') usedUp.add(item);
      const backoffMs = backoffDelayMs(retry.backoff, attempt, random);
      const delayMs = hasOnce ? Math.max(backoffMs, onceDelayMs) : backoffMs;
      pending = again;
      if (again.length === 0 || clock.now() + delayMs - startedAt > retry.deadlineMs) break;
      await sleep(clock, delayMs, signal);
    }
    return items.map((item) => outcomes.get(item) ?? neverAgain(queueFull(item.name)));
  }

  function mayRepeat(outcome: ItemOutcome | undefined, onceUsed: boolean, attempt: number): boolean {
    if (attempt + 1 >= retry.attempts) return false;
    const rule = ruleOf(outcome);
    return rule === 'backoff' || (rule === 'once' && !onceUsed);
  }

  function itemOf<Input, Data>(operation: Operation<Input, Data>, input: Input): Item {
    const { name, query } = operation;
    const variables = operation.variables(input);
    if (name === 'SendSpadeEvents') return { name, hash: null, body: { query, variables } };
    const hash = protocol().hashes[name];
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    return { name, hash, body: { operationName: name, extensions, variables } };
  }

  async function runBatch<Input, Data>(
    operation: Operation<Input, Data>,
    inputs: readonly Input[],
    signal?: StopSignal,
  ): Promise<readonly Result<Data, GqlFailure>[]> {
    const chunks: Promise<readonly ItemOutcome[]>[] = [];
    for (let start = 0; start < inputs.length; start += maxBatchSize) {
      const items = inputs.slice(start, start + maxBatchSize).map((input) => itemOf(operation, input));
      chunks.push(settleAll(items, signal));
    }
    const outcomes = (await Promise.all(chunks)).flat();
    return outcomes.map((outcome) => readOutcome(operation, outcome));
  }

  return {
    runBatch,
    async run(operation, input, signal) {
      const [outcome] = await settleAll([itemOf(operation, input)], signal);
      return outcome === undefined ? fail(queueFull(operation.name)) : readOutcome(operation, outcome);
    },
  };
}

function readOutcome<Input, Data>(operation: Operation<Input, Data>, outcome: ItemOutcome): Result<Data, GqlFailure> {
  if (outcome.kind === 'failed') return fail(outcome.failure);
  const read = operation.read(outcome.data);
  if (read.ok) return read;
  // Where a `server error` left a null, a missing field is Twitch's trouble of the moment, not a changed answer.
  if (outcome.repaired !== null) return fail(serviceTrouble(operation.name, outcome.repaired));
  return fail(unexpectedShape(operation.name, read.failure));
}

function ruleOf(outcome: ItemOutcome | undefined): 'never' | 'once' | 'backoff' {
  return outcome?.kind === 'failed' ? outcome.retry : 'never';
}

function neverAgain(failure: GqlFailure): ItemOutcome {
  return { kind: 'failed', failure, retry: 'never' };
}

function unreachableOutcome(failure: GqlFailure): ItemOutcome {
  return { kind: 'failed', failure, retry: failure.canRetry ? 'backoff' : 'never' };
}
