import { deviceCodeLifeMs, findClient, pollIntervalMs } from '../world/sign-in.ts';
import { emptyAnswer, jsonAnswer, type SimAnswer, type SimRequest } from './exchange.ts';
import { originsFor } from './origins.ts';
import type { Service } from './service.ts';

/** The lifetime that `validate` tells, in seconds. Nobody counts it down. */
const tokenLifeSeconds = 5_011_271;

/** Issues a device code; fields that do not belong are ignored, as one peer sends them. Protocol 2.2, 2.3. */
export function answerDevice(service: Service, request: SimRequest): SimAnswer {
  const client = findClient(new URLSearchParams(request.body).get('client_id') ?? '');
  if (client === undefined || service.faults.strike('deviceLoginRefused', client.name) !== null) {
    service.tally.count('refusals', `device: ${client?.name ?? 'unknown client'}`);
    return oauthRefusal(400, 'invalid client');
  }
  const code = service.world.signIn.issueCode(client);
  return jsonAnswer(200, {
    device_code: code.deviceCode,
    expires_in: deviceCodeLifeMs / 1000,
    interval: pollIntervalMs / 1000,
    user_code: code.userCode,
    verification_uri: `${originsFor(request.scheme, request.host).site}/activate?device-code=${code.userCode}`,
  });
}

/** The poll for a token. Protocol 2.3. */
export function answerToken(service: Service, request: SimRequest): SimAnswer {
  const form = new URLSearchParams(request.body);
  const client = findClient(form.get('client_id') ?? '');
  if (client === undefined) return oauthRefusal(400, 'invalid client');
  if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:device_code')
    return oauthRefusal(400, 'missing grant type');
  if (service.faults.strike('pollTooFast') !== null) return oauthRefusal(400, 'slow_down');
  const outcome = service.world.signIn.redeem(form.get('device_code') ?? '', client);
  if (outcome.kind === 'pending') return oauthRefusal(400, 'authorization_pending');
  if (outcome.kind === 'invalid') return oauthRefusal(400, 'invalid device code');
  return jsonAnswer(200, {
    access_token: outcome.token.value,
    expires_in: 14_400,
    refresh_token: `r${outcome.token.value.slice(1)}${outcome.token.value.slice(0, 20)}`,
    scope: [],
    token_type: 'bearer',
  });
}

/** Whose token it is. Protocol 2.4. */
export function answerValidate(service: Service, request: SimRequest): SimAnswer {
  const value = /^(?:OAuth|Bearer) (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const token = service.world.signIn.findToken(value);
  if (token === undefined) return oauthRefusal(401, 'invalid access token');
  return jsonAnswer(200, {
    client_id: token.client.id,
    login: service.world.login,
    scopes: [],
    user_id: service.world.userId,
    expires_in: tokenLifeSeconds,
  });
}

/** Gives a token back. Protocol 2.6. */
export function answerRevoke(service: Service, request: SimRequest): SimAnswer {
  const form = new URLSearchParams(request.body);
  const client = findClient(form.get('client_id') ?? '');
  if (client === undefined) return oauthRefusal(404, 'client does not exist');
  const token = service.world.signIn.findToken(form.get('token') ?? '');
  if (token === undefined || token.client.id !== client.id) return oauthRefusal(400, 'Invalid token');
  service.world.signIn.revoke(token.value);
  return emptyAnswer(200);
}

function oauthRefusal(status: number, message: string): SimAnswer {
  return jsonAnswer(status, { status, message });
}
