import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import * as v from 'valibot';
import type { App } from '../app.ts';
import { docsPage, docsScript } from './docs-page.ts';

/** Of what `@fastify/swagger-ui` carries, what the page needs. */
const assets = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;

/**
 * The document to read and to try: `GET /api/docs`. The page is our own, because every route here names its scope and no
 * page here has inline script or style; the viewer is Swagger UI's, served from this machine. All its links are relative,
 * so that it works below any path.
 */
export async function registerDocs(app: App): Promise<void> {
  const root = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static');
  await app.register(async (scope: App) => {
    if (!scope.hasReplyDecorator('sendFile')) await scope.register(fastifyStatic, { root, serve: false });
    const about = { tags: ['about'], hide: true };
    scope.get(
      '/api/docs',
      { config: { scope: 'read' }, schema: { ...about, summary: 'The document of the API, to read and to try.' } },
      (_request, reply) => reply.type('text/html; charset=utf-8').send(docsPage),
    );
    scope.get(
      '/api/docs/',
      {
        config: { scope: 'read' },
        schema: { ...about, summary: 'The same page, whose links need the other address.' },
      },
      (_request, reply) => reply.redirect('../docs', 308),
    );
    scope.get(
      '/api/docs/start.js',
      { config: { scope: 'read' }, schema: { ...about, summary: 'Begins the page of the document.' } },
      (_request, reply) => reply.type('text/javascript; charset=utf-8').send(docsScript),
    );
    scope.get(
      '/api/docs/:file',
      {
        config: { scope: 'read' },
        schema: {
          ...about,
          summary: 'A part of the page of the document.',
          params: v.strictObject({ file: v.picklist(assets) }),
        },
      },
      (request, reply) => reply.sendFile(request.params.file, root, { maxAge: '1d' }),
    );
  });
}
