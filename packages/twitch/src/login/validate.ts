import { type Secret, type StopSignal, type UserId, userId } from '@dropwise/kit';
import * as v from 'valibot';
import type { Exchange } from '../http/exchange.ts';
import { filledText, idField } from '../parsing/fields.ts';
import { askIdHost, type LoginFailure, readIdShape, refusalOf } from './id-calls.ts';

export type TokenVerdict =
  | {
      readonly kind: 'valid';
      readonly userId: UserId;
      readonly login: string;
      readonly clientId: string;
      /** Null = Twitch does not say when the token ends. */
      readonly lifeSeconds: number | null;
    }
  /** 401: the token is dead. */
  | { readonly kind: 'invalid'; readonly message: string }
  | LoginFailure;

const schema = v.object({
  client_id: filledText,
  login: filledText,
  user_id: idField(userId),
  /** Only shown to the owner, so anything odd is as good as nothing; 0 stands for a token without an end. */
  expires_in: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(1e10))), null),
});

/** Asks whose token this is. Protocol 2.4. */
export async function validateToken(
  exchange: Exchange,
  idOrigin: string,
  token: Secret,
  signal?: StopSignal,
): Promise<TokenVerdict> {
  const headers = { authorization: `OAuth ${token.reveal()}`, accept: 'application/json' };
  const answer = await askIdHost(
    exchange,
    { purpose: 'validate', url: `${idOrigin}/oauth2/validate`, headers },
    signal,
  );
  if (!answer.ok) return answer.failure;
  const { status } = answer.value;
  if (status === 401) return { kind: 'invalid', message: refusalOf(answer.value) };
  if (status !== 200) {
    const message = `sign-in (validate) expected HTTP 200 or 401, found ${status}: ${refusalOf(answer.value)}`;
    return { kind: 'unexpectedAnswer', status, message };
  }
  const shape = readIdShape('validate', schema, answer.value);
  if (!shape.ok) return shape.failure;
  const { user_id, login, client_id, expires_in } = shape.value;
  return { kind: 'valid', userId: user_id, login, clientId: client_id, lifeSeconds: expires_in };
}
