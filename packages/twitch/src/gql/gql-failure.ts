import type { NetworkError } from '@dropwise/kit';
import type { ShapeProblem } from '../parsing/shape-problem.ts';

interface FailureBase {
  readonly operation: string;
  /** Whether asking again later, unchanged, can help. */
  readonly canRetry: boolean;
  /** A sentence: expected, found, what to do. Never holds a token. */
  readonly message: string;
}

/** Every way in which an operation gives no data. Protocol 3.3. */
export type GqlFailure = FailureBase &
  (
    | { readonly kind: 'noSession' }
    /** The client's own queue is full. */
    | { readonly kind: 'queueFull' }
    | { readonly kind: 'unreachable'; readonly networkError: NetworkError }
    /** 5xx, or 429. */
    | { readonly kind: 'twitchDown'; readonly status: number }
    /** 401: the token is dead. */
    | { readonly kind: 'unauthorized' }
    | { readonly kind: 'integrityRefused' }
    /** HTML (a captive portal, a maintenance page) or broken JSON. */
    | { readonly kind: 'notJson'; readonly hint: string }
    | { readonly kind: 'unexpectedShape'; readonly problem: ShapeProblem }
    /** `PersistedQueryNotFound`: the hash in the protocol data is out of date. */
    | { readonly kind: 'staleHash'; readonly hash: string | null }
    /** `service error`, `service timeout`, `server error` and their like, still there after the retries. */
    | { readonly kind: 'serviceTrouble'; readonly serviceMessage: string }
    /** Any other error that Twitch told. */
    | { readonly kind: 'refused'; readonly serviceMessage: string; readonly status: number }
  );

export type GqlFailureKind = GqlFailure['kind'];
