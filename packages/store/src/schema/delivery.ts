import type { Generated } from 'kysely';

/** A notification on its way to a channel, or what became of it. */
export interface DeliveryTable {
  readonly id: Generated<number>;
  readonly at: number;
  readonly channel_id: string;
  readonly rule: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'delivered' | 'failed' | 'waiting';
  readonly attempts: number;
  readonly last_attempt_at: number | null;
  readonly detail: string;
}
