import type { Server } from 'node:http';
import type { Problem } from '@dropwise/contract';
import fastify, { type FastifyError, type FastifyHttpOptions } from 'fastify';
import type { App } from './app.ts';
import { ProblemError } from './problem-error.ts';
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
  const common = {
    bodyLimit: maxBodyBytes,
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    forceCloseConnections: true,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    // `__proto__` and `constructor` in a body are an attack or a mistake: refused as such.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  } as const satisfies FastifyHttpOptions<Server>;
  const { tls } = options;
  // The two differ in nothing that is used here.
  const server = (tls === null ? fastify(common) : fastify({ ...common, https: { ...tls } })) as unknown as App;
  const app = server.withTypeProvider<ValibotProvider>() as unknown as App;
  app.setValidatorCompiler(validateWithValibot as never);
  app.setSerializerCompiler(serializeAsJson);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const answer = problemOf(error);
    if (answer.error.code === 'internal') options.onUnexpected(error, `${request.method} ${request.url}`);
    return reply.code(statusOf(error)).type('application/json').send(answer);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const sentence = `There is nothing at ${request.method} ${path.slice(0, 200)}. The API is described at api/docs.`;
    return reply.code(404).type('application/json').send(new ProblemError('notFound', sentence).toProblem());
  });
  return app;
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof ProblemError) return error.toProblem();
  const status = error.statusCode ?? 500;
  if (status === 413)
    return new ProblemError('tooLarge', 'The request is larger than is taken here. Send less.').toProblem();
  if (status === 429) return new ProblemError('tooMany', error.message).toProblem();
  if (status >= 400 && status < 500) return new ProblemError('badRequest', error.message).toProblem();
  const sentence = 'Something went wrong here that nobody foresaw; the log has the details.';
  return new ProblemError('internal', sentence).toProblem();
}

function statusOf(error: FastifyError): number {
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 600 ? status : 500;
}
