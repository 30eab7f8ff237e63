/** What an operator allows to the holder of a key, at one host. */
export interface ConsentTerms {
  /** `SHA256:…` of the key it is given to. */
  readonly fingerprint: string;
  readonly maxViewers: number;
  /** Megabits a second that the origin may be made to send. */
  readonly maxMbps: number;
  /** Path prefixes. */
  readonly paths: readonly string[];
  /** Epoch ms. */
  readonly notAfterMs: number;
}
