import type { Operation } from './gql/operation.ts';

/** What a request was for. */
export const requestPurposes = [
  'landing',
  'device',
  'token',
  'validate',
  'revoke',
  'gql',
  'channelPage',
  'settingsScript',
  'spade',
  'playlist',
  'segment',
  'catalogue',
  'image',
] as const;
export type RequestPurpose = (typeof requestPurposes)[number];
export type CountedOperation = Operation<unknown, unknown>['name'];

/** How much was asked of Twitch since the start, for budgets. */
export interface RequestCounts {
  /** HTTP exchanges, retries included; a batch is one. */
  readonly requests: Readonly<Partial<Record<RequestPurpose, number>>>;
  /** GraphQL operations, each item of a batch and each retry of it counted. */
  readonly operations: Readonly<Partial<Record<CountedOperation, number>>>;
}

export interface RequestCounters {
  countRequest(purpose: RequestPurpose): void;
  countOperation(name: CountedOperation): void;
  snapshot(): RequestCounts;
}

export function createRequestCounters(): RequestCounters {
  const requests: Partial<Record<RequestPurpose, number>> = {};
  const operations: Partial<Record<CountedOperation, number>> = {};
  return {
    countRequest(purpose) {
      requests[purpose] = (requests[purpose] ?? 0) + 1;
    },
    countOperation(name) {
      operations[name] = (operations[name] ?? 0) + 1;
    },
    snapshot: () => ({ requests: { ...requests }, operations: { ...operations } }),
  };
}
