import type { Authority } from '../wire/transport.ts';

/** What an operator allows, or loopback by nature. */
export interface Grant {
  readonly authority: Authority;
  /** Looked up once; a viewer connects to these and no others. */
  readonly addresses: readonly string[];
  /** `loopback` holds only for direct connections; through a proxy a token is needed even there. */
  readonly by: 'loopback' | 'file' | 'dns';
  /** Path prefixes; empty for loopback = all. */
  readonly paths: readonly string[];
}

export type GateAnswer =
  | { readonly kind: 'granted'; readonly grant: Grant }
  /** Nothing may be sent; `sentence` says what was expected, found and to do. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Being asked for; the viewer waits and asks again when told. */
  | { readonly kind: 'unknown' };

/** A shard's side of consent: knows what the coordinator granted. No way leads around it: routes are made here alone. */
export interface ConsentGate {
  /** At once, from memory. `path` decides too, where the operator named paths. */
  lookUp(url: URL, throughProxy: boolean): GateAnswer;
  /** Asks the coordinator; calls `answered` once `lookUp` knows. */
  ask(url: URL, throughProxy: boolean, answered: () => void): void;
}
