import { type Clock, type Random, randomText, Secret, type StopSignal } from '@dropwise/kit';
import { type ResolvedClient, siteUrlOf } from '../client-profile.ts';
import type { CookieJar } from '../cookies/cookie-jar.ts';
import type { ProtocolData } from '../definitions/index.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Session } from '../session.ts';
import { type DeviceCodeIssued, type DeviceLoginResult, signInByCode } from './device-code.ts';
import { askIdHost, type LoginFailure, refusalOf } from './id-calls.ts';
import { obtainDeviceId } from './landing.ts';
import { validateToken } from './validate.ts';

/**
 * A token that belongs to another client than the chosen one. It stays in the jar until a sign-in replaces it: some
 * clients can no longer sign in anew, and only with its own client it is still good. Protocol 0.2.
 */
export interface WrongClient {
  readonly kind: 'wrongClient';
  readonly expectedClientId: string;
  readonly foundClientId: string;
}

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly session: Session }
  | Exclude<DeviceLoginResult, { kind: 'token' }>
  /** The fresh token was refused at once. */
  | { readonly kind: 'invalid'; readonly message: string }
  | WrongClient;

export type RestoreOutcome =
  | { readonly kind: 'signedIn'; readonly session: Session }
  /** The jar holds no token. */
  | { readonly kind: 'nothingStored' }
  /** 401: the token is dead and was forgotten. */
  | { readonly kind: 'invalid'; readonly message: string }
  | WrongClient
  /** Could not be asked; the token is kept. */
  | LoginFailure;

export type ValidateOutcome = { readonly kind: 'noSession' } | Exclude<RestoreOutcome, { kind: 'nothingStored' }>;

export type RevokeOutcome =
  /** Twitch forgot the token, and so did the jar. */
  | { readonly kind: 'revoked' }
  | { readonly kind: 'noSession' }
  /** Twitch kept the token, and so did the jar. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | LoginFailure;

export interface AccountParts {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly random: Random;
  readonly jar: CookieJar;
  readonly client: () => ResolvedClient;
  readonly protocol: () => ProtocolData;
  readonly remember: (secret: Secret) => void;
  readonly onCode: (issued: DeviceCodeIssued) => void;
  /** Told of every change, null = signed out. */
  readonly onSession: (session: Session | null) => void;
  /** Told when `standing` may be another. */
  readonly onStanding?: () => void;
}

/** The account's way in and out. Outcomes are values; every call rejects only when stopped. */
export interface Account {
  readonly session: Session | null;
  /** Uses the token in the jar. */
  restore(signal?: StopSignal): Promise<RestoreOutcome>;
  /** By device code; issues a new code whenever one expires. */
  signIn(signal?: StopSignal): Promise<SignInOutcome>;
  /** Asks whether the token still lives; Twitch wants that hourly. A dead one is forgotten. Protocol 2.4. */
  validate(signal?: StopSignal): Promise<ValidateOutcome>;
  revoke(signal?: StopSignal): Promise<RevokeOutcome>;
  /** Forgets the token here only. */
  forget(): void;
  /** Forgets the token at once, and asks Twitch to do so too: for who leaves and does not want it back. */
  leave(signal?: StopSignal): Promise<RevokeOutcome>;
  /** What is known of the stored login, without any of it. */
  readonly standing: LoginStanding;
}

export interface LoginStanding {
  /** The jar holds a token, and nothing says that it is another client's. */
  readonly isStored: boolean;
  /** When Twitch last called the token good (epoch ms); null = not in this run. */
  readonly validatedAt: number | null;
  /** When it said that the token ends; null = it does not say. */
  readonly expiresAt: number | null;
}

const tokenCookie = 'auth-token';
const userCookie = 'persistent';
const notValidated = { validatedAt: null, expiresAt: null };

export function createAccount(parts: AccountParts): Account {
  const { exchange, clock, random, jar, client, protocol, remember } = parts;
  const sessionId = randomText(random, 16, '0123456789abcdef');
  let session: Session | null = null;
  let validity: Pick<LoginStanding, 'validatedAt' | 'expiresAt'> = notValidated;
  let isForeign = false;
  const siteUrl = (): string => siteUrlOf(client(), protocol());

  function changeSession(next: Session | null): void {
    session = next;
    parts.onSession(next);
  }

  function deviceId(signal?: StopSignal): Promise<string> {
    const { clientId } = client();
    return obtainDeviceId({ exchange, jar, random, siteUrl: siteUrl(), clientId, sessionId }, signal);
  }

  function forget(): void {
    jar.remove(siteUrl(), tokenCookie);
    jar.remove(siteUrl(), userCookie);
    jar.issuer = null;
    validity = notValidated;
    isForeign = false;
    changeSession(null);
    parts.onStanding?.();
  }

  /** Makes the session of a token that Twitch confirms as this client's. */
  async function adopt(token: Secret, device: string, signal?: StopSignal) {
    const verdict = await validateToken(exchange, protocol().endpoints.id, token, signal);
    const { name, clientId } = client();
    if (verdict.kind === 'invalid') forget();
    if (verdict.kind !== 'valid') return verdict;
    isForeign = verdict.clientId !== clientId;
    if (isForeign) {
      if (session !== null) changeSession(null);
      parts.onStanding?.();
      return { kind: 'wrongClient', expectedClientId: clientId, foundClientId: verdict.clientId } as const;
    }
    const { userId, login } = verdict;
    const adopted: Session = { token, userId, login, clientName: name, clientId, deviceId: device, sessionId };
    jar.set(siteUrl(), tokenCookie, token.reveal());
    jar.set(siteUrl(), userCookie, userId);
    if (jar.issuer?.clientId !== clientId) jar.issuer = { clientName: name, clientId };
    const validatedAt = clock.now();
    const { lifeSeconds } = verdict;
    validity = { validatedAt, expiresAt: lifeSeconds === null ? null : validatedAt + lifeSeconds * 1_000 };
    changeSession(adopted);
    parts.onStanding?.();
    return { kind: 'signedIn', session: adopted } as const;
  }

  async function askToRevoke({ clientId, token }: Session, signal?: StopSignal): Promise<RevokeOutcome> {
    const answer = await askIdHost(
      exchange,
      {
        purpose: 'revoke',
        url: `${protocol().endpoints.id}/oauth2/revoke`,
        headers: { accept: 'application/json' },
        fields: { client_id: clientId, token: token.reveal() },
      },
      signal,
    );
    if (!answer.ok) return answer.failure;
    const { status } = answer.value;
    return status === 200 ? { kind: 'revoked' } : { kind: 'refused', status, message: refusalOf(answer.value) };
  }

  return {
    get session() {
      return session;
    },
    forget,
    async restore(signal) {
      const stored = jar.get(siteUrl(), tokenCookie);
      if (stored === null) return { kind: 'nothingStored' };
      const token = new Secret(stored);
      remember(token);
      const { clientId } = client();
      if (jar.issuer !== null && jar.issuer.clientId !== clientId) {
        return { kind: 'wrongClient', expectedClientId: clientId, foundClientId: jar.issuer.clientId };
      }
      return adopt(token, await deviceId(signal), signal);
    },
    async signIn(signal) {
      const device = await deviceId(signal);
      const idOrigin = protocol().endpoints.id;
      const { onCode } = parts;
      const result = await signInByCode(
        { exchange, clock, idOrigin, client: client(), deviceId: device, onCode, remember },
        signal,
      );
      return result.kind === 'token' ? adopt(result.token, device, signal) : result;
    },
    async validate(signal) {
      return session === null ? { kind: 'noSession' } : adopt(session.token, session.deviceId, signal);
    },
    async revoke(signal) {
      if (session === null) return { kind: 'noSession' };
      const outcome = await askToRevoke(session, signal);
      if (outcome.kind !== 'revoked') return outcome;
      jar.clear();
      forget();
      return outcome;
    },
    async leave(signal) {
      const left = session;
      forget();
      return left === null ? { kind: 'noSession' } : askToRevoke(left, signal);
    },
    get standing() {
      const { clientId } = client();
      const isOurs = !isForeign && (jar.issuer === null || jar.issuer.clientId === clientId);
      return { isStored: isOurs && jar.get(siteUrl(), tokenCookie) !== null, ...validity };
    },
  };
}
