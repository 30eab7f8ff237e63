import type { OperationRecord } from '../request-log.ts';
import { answerCatalogue } from './catalogue.ts';
import { answerControl, controlPrefix } from './control.ts';
import {
  emptyAnswer,
  htmlAnswer,
  jsonAnswer,
  type SimAnswer,
  type SimReply,
  type SimRequest,
  type TimedReply,
} from './exchange.ts';
import { answerGql, operationNamesIn } from './gql.ts';
import { answerMediaPlaylist, answerMultivariant, answerSegment } from './hls.ts';
import { answerImage } from './images.ts';
import { answerDevice, answerRevoke, answerToken, answerValidate } from './oauth.ts';
import { answerActivate, answerChannelPage, answerLanding, answerSettings, settingsPath } from './pages.ts';
import type { Service } from './service.ts';
import { answerTrack } from './spade.ts';

interface Route {
  readonly name: string;
  readonly methods: readonly string[];
  answer(service: Service, request: SimRequest): SimAnswer;
}

const readable = ['GET', 'HEAD'] as const;

const exactRoutes: ReadonlyMap<string, Route> = new Map(
  Object.entries({
    '/': { name: 'landing', methods: readable, answer: answerLanding },
    '/activate': { name: 'activate', methods: ['GET', 'HEAD', 'POST'], answer: answerActivate },
    '/oauth2/device': { name: 'device', methods: ['POST'], answer: answerDevice },
    '/oauth2/token': { name: 'token', methods: ['POST'], answer: answerToken },
    '/oauth2/validate': { name: 'validate', methods: ['GET'], answer: answerValidate },
    '/oauth2/revoke': { name: 'revoke', methods: ['POST'], answer: answerRevoke },
    '/track': { name: 'track', methods: ['POST'], answer: answerTrack },
    '/drops': { name: 'catalogue', methods: readable, answer: answerCatalogue },
    '/v2/drops': { name: 'catalogue', methods: readable, answer: answerCatalogue },
    [settingsPath]: { name: 'settings', methods: readable, answer: answerSettings },
  } satisfies Record<string, Route>),
);

/** In order; the last one takes every one-word path for a channel. */
const patternRoutes: readonly { readonly pattern: RegExp; readonly route: Route }[] = [
  {
    pattern: /^\/api\/channel\/hls\/[^/]+\.m3u8$/,
    route: { name: 'usher', methods: readable, answer: answerMultivariant },
  },
  {
    pattern: /^\/v1\/playlist\/[^/]+\/[^/]+\.m3u8$/,
    route: { name: 'playlist', methods: readable, answer: answerMediaPlaylist },
  },
  { pattern: /^\/v1\/segment\/[^/]+\/\d+\.ts$/, route: { name: 'segment', methods: readable, answer: answerSegment } },
  {
    pattern: /\.(png|jpe?g|svg)$/,
    route: { name: 'image', methods: readable, answer: (_service, request) => answerImage(request.path) },
  },
  { pattern: /^\/[A-Za-z0-9_]+\/?$/, route: { name: 'channelPage', methods: readable, answer: answerChannelPage } },
];

/** Answers one request: faults first, then the route; everything is counted and logged. */
export async function handleRequest(service: Service, request: SimRequest): Promise<TimedReply> {
  if (request.path.startsWith(controlPrefix)) return { reply: await answerControl(service, request), delayMs: 0 };
  const routeName = request.path === '/gql' ? 'gql' : (findRoute(request.path)?.name ?? 'unknown');
  const names = routeName === 'gql' && !service.faults.isEmpty ? operationNamesIn(request.body) : [];
  const targets = [routeName, request.path, ...names];
  const delayMs = delayFor(service, targets);
  const early = faultBefore(service, request, routeName, targets);
  const { reply, operations } =
    early === null ? answerRoute(service, request) : { reply: early, operations: unanswered(names) };
  service.tally.count('routes', routeName);
  service.tally.count('statuses', reply.kind === 'answer' ? String(reply.status) : reply.kind);
  const status = reply.kind === 'answer' ? reply.status : null;
  const { method, host, path } = request;
  service.requests.add({ kind: 'http', method, host, path, route: routeName, status, operations });
  return { reply, delayMs };
}

function answerRoute(
  service: Service,
  request: SimRequest,
): { reply: SimReply; operations: readonly OperationRecord[] } {
  if (request.path === '/gql') {
    if (request.method !== 'POST') return { reply: emptyAnswer(405), operations: [] };
    const { answer, operations } = answerGql(service, request);
    return { reply: answer, operations };
  }
  const route = findRoute(request.path);
  if (route === undefined) return { reply: emptyAnswer(404), operations: [] };
  if (!route.methods.includes(request.method)) return { reply: emptyAnswer(405), operations: [] };
  return { reply: route.answer(service, request), operations: [] };
}

function findRoute(path: string): Route | undefined {
  return exactRoutes.get(path) ?? patternRoutes.find(({ pattern }) => pattern.test(path))?.route;
}

function unanswered(names: readonly string[]): OperationRecord[] {
  return names.map((name) => ({ name, variables: {}, outcome: 'errors' }));
}

const defaultDelayMs = 30_000;

function delayFor({ faults }: Service, targets: readonly string[]): number {
  const slow = faults.strike('slow', ...targets);
  return slow === null ? 0 : (slow.delayMs ?? defaultDelayMs);
}

function faultBefore(
  { faults }: Service,
  request: SimRequest,
  routeName: string,
  targets: readonly string[],
): SimReply | null {
  if (request.host.replace(/:\d+$/, '').endsWith('.invalid')) return { kind: 'unresolvable' };
  if (routeName === 'track' && faults.strike('watchHostUnresolvable', watchHostOf(request.host)) !== null)
    return { kind: 'unresolvable' };
  if (faults.strike('connectionReset', ...targets) !== null) return { kind: 'reset' };
  const httpError = faults.strike('httpError', ...targets);
  if (httpError !== null)
    return jsonAnswer(httpError.status ?? 503, {
      error: 'Service Unavailable',
      status: httpError.status ?? 503,
      message: '',
    });
  if (faults.strike('html', ...targets) !== null) {
    return htmlAnswer(
      200,
      '<!doctype html><html><head><title>Wi-Fi</title></head><body>Log in to use this network.</body></html>',
    );
  }
  if (faults.strike('invalidJson', ...targets) === null) return null;
  return { kind: 'answer', status: 200, contentType: 'application/json', body: '{"data":{"currentUser":{"id":"123' };
}

function watchHostOf(host: string): string {
  return host.startsWith('beacon.') ? 'beacon' : 'spade';
}
