import swagger from '@fastify/swagger';
import * as v from 'valibot';
import type { App } from '../app.ts';
import { describeRoute } from './describe-route.ts';

export interface OpenApiDeps {
  readonly version: string;
}

const tags = [
  { name: 'status', description: 'What is done now, and whether it counts.' },
  { name: 'commands', description: 'What the miner can be asked for.' },
  { name: 'plan', description: 'What will be watched, and what will be missed.' },
  { name: 'history', description: 'What happened.' },
  { name: 'logs', description: 'What the programs said.' },
  { name: 'children', description: 'The programs that are looked after.' },
  { name: 'settings', description: 'How it is done.' },
  { name: 'access', description: 'Who is let in.' },
  { name: 'notifications', description: 'What is told where.' },
  { name: 'backup', description: 'Keeping what is remembered, and moving it.' },
  { name: 'audience', description: 'Watching an own stream as many viewers would.' },
  { name: 'about', description: 'This program and its interfaces.' },
] as const;

/**
 * The document of everything that is registered afterwards: `GET /api/openapi.json`. It is made of the schemas that requests
 * are checked with. Await it before the routes: they are seen as they are registered.
 */
export async function registerOpenApi(app: App, deps: OpenApiDeps): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'Dropwise',
        version: deps.version,
        description: 'Every error has one shape: a stable code, a sentence, and where in the request it is.',
      },
      tags: [...tags],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'dropwise_session', description: 'The sign-in of a browser.' },
          key: { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'A key that was made in the console.' },
          bearer: { type: 'http', scheme: 'bearer', description: 'The same key.' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({ schema: describeRoute(schema ?? {}, url, route), url }),
  });
  app.get(
    '/api/openapi.json',
    {
      config: { scope: 'read' },
      schema: { tags: ['about'], summary: 'This document.', response: { 200: v.looseObject({ openapi: v.string() }) } },
    },
    () => app.swagger() as { openapi: string },
  );
}
