import type { ReasonCode } from '../health/reason-codes.ts';

export type FailureKind =
  /** No connection. */
  | 'unreachable'
  /** The connection was cut. */
  | 'reset'
  /** No answer in time. */
  | 'slow'
  /** The name did not resolve, or a block list answered for it. */
  | 'dns'
  /** The outgoing proxy refused or is not there. */
  | 'proxy'
  /** 5xx, or Twitch's own `service unavailable` and its kin. */
  | 'down'
  /** Broken JSON, or something else altogether. */
  | 'notJson'
  /** A web page where JSON was due. */
  | 'html'
  /** JSON, but not of the expected shape. */
  | 'unexpectedShape'
  /** `PersistedQueryNotFound`. */
  | 'hashStale'
  /** Arrived, but too old to trust alone. */
  | 'stale'
  | 'integrity'
  | 'unauthorized'
  /** Any other answer that says no. */
  | 'refused';

/** Why an operation gave nothing. `detail` is a sentence for the log. */
export interface Failure {
  readonly kind: FailureKind;
  /** Twitch's operation name, or what was being done. */
  readonly operation: string;
  readonly detail: string;
  readonly host: string | null;
}

/** The reason a failure shows as; null = it has a handling of its own. */
export const reasonOfFailure: Readonly<Record<FailureKind, ReasonCode | null>> = {
  unreachable: 'twitch-unreachable',
  reset: 'connection-reset',
  slow: 'twitch-slow',
  dns: 'dns-blocked',
  proxy: 'proxy-failing',
  down: 'twitch-down',
  notJson: 'not-json',
  html: 'html-answer',
  unexpectedShape: 'catalogue-incomplete',
  hashStale: 'query-hash-stale',
  stale: 'catalogue-stale',
  integrity: 'integrity-refused',
  unauthorized: null,
  refused: 'operation-failing',
};
