import { noSightings } from '../../channels/sightings.ts';
import { clear, noteFailure, noteSuccess, raise, reasonsOfDrops } from '../conditions.ts';
import type { Input } from '../input.ts';
import { beginInventoryFetch } from '../pipeline.ts';
import { createMinerState } from '../state.ts';
import { emit, patch, startTimer, stopTimer, type Turn, tell } from '../turn.ts';
import { stopWatching } from '../watching.ts';

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;

const minuteMs = 60_000;

export function onStarted(turn: Turn, input: Of<'started'>): void {
  const { memory } = input;
  if (memory !== null) {
    patch(turn, {
      ownerId: memory.userId,
      transports: memory.transports,
      claimedBenefits: memory.claimedBenefits,
      campaigns: Object.fromEntries(memory.campaigns.map((campaign) => [campaign.id, campaign])),
      price: memory.price ?? null,
      sightings: memory.sightings ?? noSightings,
    });
  }
  emit(turn, { kind: 'signIn', fresh: false });
}

export function onDeviceCodeIssued(turn: Turn, input: Of<'deviceCodeIssued'>): void {
  const { userCode, verificationUri, expiresAt } = input;
  const attempt = turn.state.account.kind === 'signedIn' ? 0 : turn.state.account.attempt;
  patch(turn, { account: { kind: 'waitingForPerson', userCode, verificationUri, expiresAt, attempt } });
  // A denial, or a code that this one replaces, must not lend it its words.
  clear(turn, 'login-needed', 'login');
  raise(turn, 'login-needed', 'login', { code: userCode, link: verificationUri });
  tell(turn, { kind: 'deviceCodeIssued', userCode, verificationUri, expiresAt });
}

export function onSignedIn(turn: Turn, input: Of<'signedIn'>): void {
  if (turn.state.ownerId !== null && turn.state.ownerId !== input.userId) forgetOwner(turn);
  patch(turn, { account: { kind: 'signedIn', userId: input.userId, login: input.login }, ownerId: input.userId });
  stopTimer(turn, 'signIn');
  for (const code of [
    'login-needed',
    'login-refused',
    'login-expired',
    'session-revoked',
    'twitch-unreachable',
  ] as const) {
    clear(turn, code, 'login');
  }
  noteSuccess(turn, 'login');
  tell(turn, { kind: 'signedIn', userId: input.userId, login: input.login });
  if (turn.state.phase.kind !== 'signedOut') return;
  patch(turn, { requests: [] });
  beginInventoryFetch(turn, 'full');
}

/**
 * Another account's minutes and claims are none of ours, nor is what a minute is worth to it. How watching is counted
 * and who streams when is the same for all.
 */
function forgetOwner(turn: Turn): void {
  stopWatching(turn, 'another account signed in');
  const fresh = createMinerState(turn.state.settings);
  const { campaigns, claimedBenefits, claims, uncounted, wantedGameIds, plan, price, planTold, givenUpTold } = fresh;
  for (const dropId of Object.keys(turn.state.claims)) stopTimer(turn, `claim:${dropId}`);
  for (const code of reasonsOfDrops) clear(turn, code);
  clear(turn, 'must-at-risk');
  patch(turn, { campaigns, claimedBenefits, claims, uncounted, wantedGameIds, plan, price, planTold, givenUpTold });
}

/** Refused: nothing but a setting helps, so rarely. Expired or denied: a new code soon. No network: later and later. */
export function onSignInFailed(turn: Turn, input: Of<'signInFailed'>): void {
  const attempt = turn.state.account.kind === 'signedIn' ? 0 : turn.state.account.attempt;
  const delaysMs = {
    refused: 30 * minuteMs,
    denied: minuteMs,
    expired: 1_000,
    unreachable: Math.min(2 ** Math.min(attempt, 10) * 2_000, 3 * minuteMs),
  } as const;
  const delayMs = delaysMs[input.reason];
  patch(turn, { account: { kind: 'signedOut', attempt: attempt + 1 } });
  clear(turn, 'login-needed', 'login');
  const code = {
    refused: 'login-refused',
    denied: 'login-needed',
    expired: 'login-expired',
    unreachable: 'twitch-unreachable',
  } as const;
  if (input.failure !== undefined) noteFailure(turn, { ...input.failure, operation: 'login' });
  else raise(turn, code[input.reason], 'login', { detail: input.detail, operation: 'login', host: 'Twitch' });
  tell(turn, { kind: 'signInFailed', reason: input.reason, detail: input.detail, retryAt: turn.now + delayMs });
  startTimer(turn, 'signIn', delayMs);
}

/** 401 while running: everything earned stays known; only the login begins anew. Protocol 2.6. */
export function onSessionRevoked(turn: Turn, input: Of<'sessionRevoked'>): void {
  if (turn.state.account.kind !== 'signedIn') return;
  endSession(turn, 'the session ended');
  raise(turn, 'session-revoked', 'login', { detail: input.detail });
  tell(turn, { kind: 'sessionRevoked', detail: input.detail });
  emit(turn, { kind: 'signIn', fresh: true });
}

/** Also without a session: a stored login that could not be used is to be forgotten too. */
export function onSignOutRequested(turn: Turn): void {
  const { account } = turn.state;
  endSession(turn, 'you signed out');
  stopTimer(turn, 'signIn');
  clear(turn, 'session-revoked', 'login');
  clear(turn, 'login-needed', 'login');
  if (account.kind === 'signedIn') tell(turn, { kind: 'signedOut', login: account.login });
  emit(turn, { kind: 'signOut' });
}

/** The person is there now: the schedule need not be waited for. A code that is shown is replaced. */
export function onLoginRetried(turn: Turn): void {
  if (turn.state.account.kind === 'signedIn') return;
  stopTimer(turn, 'signIn');
  emit(turn, { kind: 'signIn', fresh: false });
}

/** Nothing more is asked of Twitch; what is known stays, and claims are tried again after the next login. */
function endSession(turn: Turn, why: string): void {
  stopWatching(turn, why);
  patch(turn, { account: { kind: 'signedOut', attempt: 0 }, phase: { kind: 'signedOut' }, requests: [] });
  patch(turn, {
    claims: Object.fromEntries(
      Object.entries(turn.state.claims).map(([id, attempt]) => [id, { ...attempt, inFlight: false, nextAt: turn.now }]),
    ),
  });
  for (const key of timersOfSession) stopTimer(turn, key);
}

const timersOfSession = [
  'reload',
  'peek',
  'boundary',
  'plan',
  'pause',
  'retryInventory',
  'retryChannels',
  'awaitClaim',
  'awaitTruth',
  'fetchDeadline',
] as const;

export function onStopRequested(turn: Turn): void {
  const { claimed, confirmedMinutes } = turn.state.totals;
  stopWatching(turn, 'stopping');
  patch(turn, { phase: { kind: 'exit' }, requests: [] });
  tell(turn, { kind: 'stopped', claimed, confirmedMinutes });
  emit(turn, { kind: 'exit' });
}
