import type { Secret, UserId } from '@dropwise/kit';
import type { ClientName } from './definitions/index.ts';

/** A signed-in account. Token and client id belong together: Twitch refuses a mix. Protocol 1.1. */
export interface Session {
  readonly token: Secret;
  readonly userId: UserId;
  readonly login: string;
  readonly clientName: ClientName | 'custom';
  readonly clientId: string;
  /** Value of the cookie `unique_id`, sent as `X-Device-Id`. */
  readonly deviceId: string;
  /** Sent as `Client-Session-Id`; one for each run. */
  readonly sessionId: string;
}
