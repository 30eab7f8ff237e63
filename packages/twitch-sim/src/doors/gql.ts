import { randomText } from '@dropwise/kit';
import { answerError, type Behavior, type OperationAnswer, type OperationCall } from '../behaviors/behavior.ts';
import { answerSendSpadeEvents, sendSpadeEventsMark } from '../behaviors/send-spade-events.ts';
import type { OperationRecord } from '../request-log.ts';
import type { Token } from '../world/sign-in.ts';
import { findClient } from '../world/sign-in.ts';
import { jsonAnswer, refusal, type SimAnswer, type SimRequest } from './exchange.ts';
import { acceptedHash, gqlFaultBefore, type ParsedOperation } from './gql-faults.ts';
import { type Origins, originsFor } from './origins.ts';
import type { Service } from './service.ts';

export interface GqlOutcome {
  readonly answer: SimAnswer;
  readonly operations: readonly OperationRecord[];
}

/** The name under which raw mutations are counted and can be aimed at. */
export const rawOperationName = 'SendSpadeEvents';

/** One operation or an array of them, answered in order. Protocol 3.1. */
export function answerGql(service: Service, request: SimRequest): GqlOutcome {
  const parsed = parseOperations(request.body);
  if (parsed === null)
    return { answer: refusal(400, 'The body of the request is not a GraphQL operation.'), operations: [] };
  const { operations, isBatch } = parsed;
  const access = checkAccess(service, request, operations);
  if ('refused' in access) {
    const records = operations.map(({ name, variables }) => ({ name, variables, outcome: 'errors' as const }));
    return { answer: access.refused, operations: records };
  }
  service.tally.peak('gqlBatch', operations.length);
  const origins = originsFor(request.scheme, request.host);
  const records: OperationRecord[] = [];
  const items = operations.map((operation) => {
    const answer = answerOperation(service, operation, access.token, origins);
    service.tally.count('operations', operation.name);
    records.push({ name: operation.name, variables: operation.variables, outcome: answer.kind });
    return envelope(service, operation, answer);
  });
  return { answer: jsonAnswer(200, isBatch ? items : items[0]), operations: records };
}

/** Names of the operations in a body, for faults that are aimed at one; empty when there are none. */
export function operationNamesIn(body: string): string[] {
  return parseOperations(body)?.operations.map(({ name }) => name) ?? [];
}

function answerOperation(
  service: Service,
  operation: ParsedOperation,
  token: Token | null,
  origins: Origins,
): OperationAnswer {
  const { world, faults, tally } = service;
  const fault = gqlFaultBefore(faults, operation);
  if (fault !== null && !fault.needsData) return fault.answer(null);
  const call: OperationCall = { world, faults, tally, origins, token, variables: operation.variables };
  const answer = answerBy(service, operation, call);
  return fault === null ? answer : fault.answer(answer);
}

function answerBy(service: Service, operation: ParsedOperation, call: OperationCall): OperationAnswer {
  const answer = (): OperationAnswer => {
    if (operation.query?.includes(sendSpadeEventsMark)) return answerSendSpadeEvents(call);
    const behavior = behaviorOf(service, operation);
    return behavior === undefined ? answerError('PersistedQueryNotFound') : behavior.answer(call);
  };
  const overrides = service.overrides.get(operation.name) ?? [];
  return overrides.reduce<() => OperationAnswer>((next, override) => () => override(call, next), answer)();
}

function behaviorOf(service: Service, operation: ParsedOperation): Behavior | undefined {
  if (operation.hash === null) return undefined;
  const stale = service.faults.peek('staleHash', operation.name);
  if (stale !== null && operation.hash === acceptedHash(stale, operation.name))
    return service.behaviorsByName.get(operation.name);
  return service.behaviorsByHash.get(operation.hash);
}

/**
 * Who may ask: a known client, a device id, and a token that this client was given. `X-Device-Id` is not asked of
 * `text/plain` bodies: the one peer that sends them sends none (protocol 1.2).
 */
function checkAccess(
  service: Service,
  request: SimRequest,
  operations: readonly ParsedOperation[],
): { readonly token: Token | null } | { readonly refused: SimAnswer } {
  const refuse = (status: number, reason: string, message: string) => {
    service.tally.count('refusals', reason);
    return { refused: refusal(status, message) };
  };
  const clientId = request.headers['client-id'];
  if (clientId === undefined)
    return refuse(400, 'gql: no Client-Id', 'The "Client-ID" header is missing from the request.');
  if (findClient(clientId) === undefined)
    return refuse(400, 'gql: unknown Client-Id', 'The "Client-ID" header is invalid.');
  const isPlain = request.headers['content-type']?.startsWith('text/plain') === true;
  if (!isPlain && !request.headers['x-device-id']) {
    return refuse(400, 'gql: no X-Device-Id', 'The "X-Device-Id" header is missing from the request.');
  }
  const unauthorized = 'The "Authorization" token is invalid.';
  if (operations.some(({ name }) => service.faults.strike('unauthorized', name) !== null))
    return { refused: refusal(401, unauthorized) };
  const authorization = request.headers.authorization;
  if (authorization === undefined) {
    const isNeeded = operations.some((operation) => behaviorOf(service, operation)?.needsAccount === true);
    return isNeeded ? refuse(401, 'gql: no Authorization', unauthorized) : { token: null };
  }
  const token = service.world.signIn.findToken(/^OAuth (\S+)$/.exec(authorization)?.[1] ?? '');
  if (token === undefined) return refuse(401, 'gql: dead token', unauthorized);
  return token.client.id === clientId ? { token } : refuse(401, 'gql: token of another client', unauthorized);
}

function parseOperations(body: string): { operations: ParsedOperation[]; isBatch: boolean } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  const items: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const operations = items.map(parseOperation);
  if (operations.length === 0 || operations.includes(null)) return null;
  return { operations: operations.filter((each) => each !== null), isBatch: Array.isArray(parsed) };
}

function parseOperation(item: unknown): ParsedOperation | null {
  if (typeof item !== 'object' || item === null) return null;
  const { operationName, query, variables, extensions } = item as Readonly<Record<string, unknown>>;
  const hash = persistedHash(extensions);
  const raw = typeof query === 'string' ? query : null;
  if (typeof operationName !== 'string' && raw === null) return null;
  return {
    name: typeof operationName === 'string' ? operationName : rawOperationName,
    hash,
    query: raw,
    variables:
      typeof variables === 'object' && variables !== null ? (variables as Readonly<Record<string, unknown>>) : {},
  };
}

function persistedHash(extensions: unknown): string | null {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } };
  return typeof persistedQuery?.sha256Hash === 'string' ? persistedQuery.sha256Hash : null;
}

/** `operationName` is there even in error items: clients read it. Protocol 3.1. */
function envelope(service: Service, { name }: ParsedOperation, answer: OperationAnswer) {
  const extensions = {
    durationMilliseconds: 1 + Math.floor(service.chance() * 90),
    operationName: name,
    requestID: `01SIM${randomText(service.chance, 21, 'ABCDEFGHJKMNPQRSTVWXYZ0123456789')}`,
  };
  if (answer.kind === 'data') return { data: answer.data, extensions };
  return answer.data === undefined
    ? { errors: answer.errors, extensions }
    : { errors: answer.errors, data: answer.data, extensions };
}
