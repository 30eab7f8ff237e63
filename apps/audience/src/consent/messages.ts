import type { Authority } from '../wire/transport.ts';
import type { Grant } from './gate.ts';

/** A playlist that names thousands of hosts must not make a flood of questions: beyond this they are refused. */
export const maxAuthorities = 32;

/** Where a shard wants to send something. Paths stay with the shard: a grant names those that it covers. */
export interface ConsentQuestion {
  readonly kind: 'consent-asked';
  readonly authority: Authority;
  readonly throughProxy: boolean;
}

/** What the coordinator found out, for one authority and one kind of way. The last one counts. */
export type ConsentAnswer =
  | {
      readonly kind: 'consent-granted';
      readonly authority: Authority;
      readonly throughProxy: boolean;
      readonly grant: Grant;
    }
  | {
      readonly kind: 'consent-refused';
      readonly authority: Authority;
      readonly throughProxy: boolean;
      readonly sentence: string;
    };
