import { type Clock, Secret, type StopSignal, sleep } from '@dropwise/kit';
import * as v from 'valibot';
import type { ResolvedClient } from '../client-profile.ts';
import type { Exchange } from '../http/exchange.ts';
import { filledText } from '../parsing/fields.ts';
import { askIdHost, type IdAnswer, type LoginFailure, readIdShape, refusalOf } from './id-calls.ts';

/** What the person needs to approve the sign-in. */
export interface DeviceCodeIssued {
  readonly kind: 'deviceCodeIssued';
  readonly userCode: string;
  readonly verificationUri: string;
  /** Epoch ms; a new code follows then. */
  readonly expiresAt: number;
}

export type DeviceLoginResult =
  | { readonly kind: 'token'; readonly token: Secret }
  /** Twitch does not let this client sign in by code (400 `invalid client`). Another client may. Protocol 0.2. */
  | { readonly kind: 'loginRefused'; readonly clientId: string; readonly message: string }
  | { readonly kind: 'denied'; readonly message: string }
  | LoginFailure;

export interface DeviceLoginParts {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly idOrigin: string;
  readonly client: ResolvedClient;
  readonly deviceId: string;
  readonly onCode: (issued: DeviceCodeIssued) => void;
  readonly remember: (secret: Secret) => void;
}

const slowDownMs = 5_000;
/** Twitch has been seen to call a pending code invalid (protocol 2.3): only a row of these is a denial. */
const invalidAnswersForDenial = 3;

const codeSchema = v.object({
  device_code: filledText,
  user_code: filledText,
  verification_uri: v.pipe(filledText, v.url(), v.regex(/^https?:/, 'an http address')),
  interval: v.pipe(v.number(), v.minValue(1), v.maxValue(300)),
  expires_in: v.pipe(v.number(), v.minValue(1), v.maxValue(86_400)),
});
const tokenSchema = v.object({ access_token: filledText });

interface Issued {
  readonly deviceCode: Secret;
  readonly intervalMs: number;
  readonly expiresAt: number;
}

/** Signs in by code; asks for a new one whenever one expires, until approved, denied, refused or stopped. Protocol 2. */
export async function signInByCode(parts: DeviceLoginParts, signal?: StopSignal): Promise<DeviceLoginResult> {
  for (;;) {
    const issued = await requestCode(parts, signal);
    if ('kind' in issued) return issued;
    const outcome = await pollUntilDecided(parts, issued, signal);
    if (outcome !== 'expired') return outcome;
  }
}

async function requestCode(parts: DeviceLoginParts, signal?: StopSignal): Promise<Issued | DeviceLoginResult> {
  const { exchange, client, clock, idOrigin } = parts;
  const answer = await askIdHost(
    exchange,
    {
      purpose: 'device',
      url: `${idOrigin}/oauth2/device`,
      headers: headersOf(parts),
      fields: { client_id: client.clientId, scopes: '' },
    },
    signal,
  );
  if (!answer.ok) return answer.failure;
  const { status } = answer.value;
  if (status >= 400) {
    const message = `the client "${client.name}" is refused (HTTP ${status}: ${refusalOf(answer.value)})`;
    return { kind: 'loginRefused', clientId: client.clientId, message };
  }
  const shape = readIdShape('device', codeSchema, answer.value);
  if (!shape.ok) return shape.failure;
  const { device_code, user_code, verification_uri, interval, expires_in } = shape.value;
  const deviceCode = new Secret(device_code);
  parts.remember(deviceCode);
  const expiresAt = clock.now() + expires_in * 1_000;
  parts.onCode({ kind: 'deviceCodeIssued', userCode: user_code, verificationUri: verification_uri, expiresAt });
  return { deviceCode, intervalMs: interval * 1_000, expiresAt };
}

/** Sleeps first, then asks. Trouble on the way is no answer: it goes on until the code expires. Protocol 2.3. */
async function pollUntilDecided(
  parts: DeviceLoginParts,
  issued: Issued,
  signal?: StopSignal,
): Promise<DeviceLoginResult | 'expired'> {
  const { clock } = parts;
  let { intervalMs } = issued;
  let invalidAnswers = 0;
  for (;;) {
    await sleep(clock, intervalMs, signal);
    if (clock.now() >= issued.expiresAt) return 'expired';
    const answer = await poll(parts, issued.deviceCode, signal);
    if (!answer.ok) continue;
    if (answer.value.status === 200) return readToken(parts, answer.value);
    const verdict = judgeRefusal(refusalOf(answer.value));
    if (verdict === 'slowDown') intervalMs += slowDownMs;
    invalidAnswers = verdict === 'invalid' ? invalidAnswers + 1 : 0;
    if (verdict === 'denied' || invalidAnswers >= invalidAnswersForDenial) {
      return { kind: 'denied', message: 'the sign-in was denied on Twitch, or its code was used or withdrawn' };
    }
    if (verdict === 'refused') {
      const message = `the client "${parts.client.name}" is refused`;
      return { kind: 'loginRefused', clientId: parts.client.clientId, message };
    }
    if (verdict === 'expired') return 'expired';
  }
}

type Refusal = 'pending' | 'slowDown' | 'denied' | 'expired' | 'invalid' | 'refused';

/** Anything unknown means "try again", as for Twitch's own clients. */
function judgeRefusal(word: string): Refusal {
  const normal = word.toLowerCase().replaceAll(' ', '_');
  if (normal.includes('slow_down')) return 'slowDown';
  if (normal.includes('access_denied')) return 'denied';
  if (normal.includes('expired')) return 'expired';
  if (normal.includes('invalid_device_code')) return 'invalid';
  if (normal.includes('invalid_client')) return 'refused';
  return 'pending';
}

function poll(parts: DeviceLoginParts, deviceCode: Secret, signal?: StopSignal) {
  return askIdHost(
    parts.exchange,
    {
      purpose: 'token',
      url: `${parts.idOrigin}/oauth2/token`,
      headers: headersOf(parts),
      fields: {
        client_id: parts.client.clientId,
        device_code: deviceCode.reveal(),
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      },
    },
    signal,
  );
}

function readToken(parts: DeviceLoginParts, answer: IdAnswer): DeviceLoginResult {
  const shape = readIdShape('token', tokenSchema, answer);
  if (!shape.ok) return shape.failure;
  const token = new Secret(shape.value.access_token);
  parts.remember(token);
  return { kind: 'token', token };
}

/** Protocol 2.2: no session id, no authorization. `Host` is the door's business. */
function headersOf({ client, deviceId }: DeviceLoginParts): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'accept-language': 'en-US',
    pragma: 'no-cache',
    'cache-control': 'no-cache',
    'client-id': client.clientId,
    origin: client.baseUrl,
    referer: client.baseUrl,
    'x-device-id': deviceId,
  };
}
