/** Every failed attempt has exactly one class. */
export const failureClasses = [
  'dns',
  'connect_refused',
  'connect_timeout',
  'tls',
  'proxy_auth',
  'proxy_refused',
  'proxy_timeout',
  'http_4xx',
  'http_5xx',
  'redirect_limit',
  'ttfb_timeout',
  'body_timeout',
  'reset',
  'truncated',
  'parse',
  'semantic',
  'too_large',
  'inflate_limit',
  'range_mismatch',
  'key',
  'gone',
  'unverified_host',
  'cancelled',
] as const;
export type FailureClass = (typeof failureClasses)[number];

export interface Failure {
  readonly class: FailureClass;
  /** What was expected and found, without credentials or query strings. */
  readonly message: string;
  /** For `http_4xx` and `http_5xx`. */
  readonly status: number | null;
}
