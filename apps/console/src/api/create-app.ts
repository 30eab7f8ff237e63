import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import fastify, { type FastifyError, type FastifyHttpOptions, type FastifyReply, type FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { ProblemError } from './problem-error.ts';
import { problemOf } from './problem-of.ts';
import { createRouteMethods, type RouteMethods } from './route-methods.ts';
import { serializeAsJson, type ValibotProvider, validateWithValibot } from './valibot-provider.ts';

export interface AppOptions {
  /** Addresses and ranges whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[];
  /** PEM texts, to serve HTTPS. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Called for what nobody foresaw; the answer only says that it happened. */
  readonly onUnexpected: (error: unknown, what: string) => void;
}

const maxBodyBytes = 256 * 1024;

/** A server without routes: its limits, its schemas, its one shape of error. */
export function createApp(options: AppOptions): App {
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, problem } = problemOf(error);
    if (problem.error.code === 'internal') options.onUnexpected(error, `${request.method} ${pathOf(request)}`);
    return reply.code(status).type('application/json').send(problem);
  };
  const common = {
    bodyLimit: maxBodyBytes,
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    forceCloseConnections: true,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    // `__proto__` and `constructor` in a body are an attack or a mistake: refused as such.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: answerError,
    clientErrorHandler: refuseUnreadable,
  } as const satisfies FastifyHttpOptions<Server>;
  const { tls } = options;
  // The two differ in nothing that is used here.
  const server = (tls === null ? fastify(common) : fastify({ ...common, https: { ...tls } })) as unknown as App;
  const app = server.withTypeProvider<ValibotProvider>() as unknown as App;
  app.setValidatorCompiler(validateWithValibot as never);
  app.setSerializerCompiler(serializeAsJson);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  answerMissing(app);
  return app;
}

/** 405 where only the method is wrong, 404 elsewhere. */
function answerMissing(app: App): void {
  const methods = createRouteMethods();
  app.addHook('onRoute', ({ url, method }) => methods.note(url, [method].flat()));
  app.setNotFoundHandler((request, reply) => {
    const error = missing(request, methods);
    if (error.code === 'methodNotAllowed') reply.header('allow', methods.at(pathOf(request)).join(', '));
    return reply.code(error.statusCode).type('application/json').send(error.toProblem());
  });
}

function missing(request: FastifyRequest, methods: RouteMethods): ProblemError {
  const path = pathOf(request);
  const allowed = methods.at(path);
  const shown = path.slice(0, 200);
  return allowed.length === 0
    ? new ProblemError('notFound', `There is nothing at ${shown}. The API is described at api/docs.`)
    : new ProblemError('methodNotAllowed', `${shown} takes ${allowed.join(', ')}, found ${request.method}.`);
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}

/** What is not HTTP, or too much of it, never becomes a request: the answer is written by hand. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [statusLine, refusal] = unreadable(error.code);
  const body = JSON.stringify(refusal.toProblem());
  const head = `HTTP/1.1 ${statusLine}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`, () => socket.destroy());
}

function unreadable(code: string | undefined): readonly [statusLine: string, refusal: ProblemError] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return ['408 Request Timeout', new ProblemError('badRequest', 'The request took too long to arrive.')];
  if (code === 'HPE_HEADER_OVERFLOW')
    return ['431 Request Header Fields Too Large', new ProblemError('tooLarge', 'The headers are too large.')];
  return ['400 Bad Request', new ProblemError('badRequest', 'Expected a request of HTTP/1.1, found something else.')];
}
