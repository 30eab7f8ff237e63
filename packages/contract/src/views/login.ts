import * as v from 'valibot';
import { saidView } from './saying.ts';

export const loginStates = ['signedOut', 'waitingForPerson', 'signedIn', 'unknown'] as const;

/** The session panel: who is signed in, for how long, and what the token may not do. Never the token. */
export const loginView = v.object({
  state: v.picklist(loginStates),
  /** One sentence. */
  sentence: v.string(),
  login: v.nullable(v.string()),
  userId: v.nullable(v.string()),
  /** While a person is waited for. */
  userCode: v.nullable(v.string()),
  verificationUri: v.nullable(v.string()),
  codeExpiresAt: v.nullable(v.number()),
  /** When Twitch last said that the token is good. */
  lastValidatedAt: v.nullable(v.number()),
  /** When the token is likely to end; null = Twitch does not say. */
  expiresAt: v.nullable(v.number()),
  clientName: v.nullable(v.string()),
  /** Whether the stored login could be read and belongs to the client: null = cannot be known. */
  cookiesValid: v.nullable(v.boolean()),
  /** What this kind of token may not do, one sentence each. */
  limits: v.array(v.string()),
  /** The same by their codes. */
  limitsSaid: v.exactOptional(saidView),
});
export type LoginView = v.InferOutput<typeof loginView>;
