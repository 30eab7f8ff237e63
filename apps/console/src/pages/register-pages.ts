import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic, { type SendOptions } from '@fastify/static';
import type { App } from '../api/app.ts';
import { giveScope } from '../api/guards/route-scopes.ts';

/** What is shown where the dashboard was not built: one page without any screens. */
const plainFolder = fileURLToPath(new URL('static/', import.meta.url));
const aYear = '365d';

/**
 * The pages: public, because they hold nothing; what they show they ask of the API as whoever looks at them. Every address
 * that is no file and none of the API's is a screen of the dashboard. `folder`: the built dashboard; null = there is none.
 */
export async function registerPages(app: App, folder: string | null): Promise<void> {
  const root = folder ?? plainFolder;
  const files = new Set(await listFiles(root));
  const index = (await readFile(join(root, 'index.html'), 'utf8')).replace(
    '<base href="/"',
    `<base href="${app.prefix}/"`,
  );
  await app.register(async (part: App) => {
    giveScope(part, 'public');
    await part.register(fastifyStatic, { root, serve: false, preCompressed: true });
    // All links of the page are relative: without the slash they would lead beside it.
    if (part.prefix !== '') {
      const options = { prefixTrailingSlash: 'no-slash', schema: { hide: true } } as const;
      part.get('/', options, (_request, reply) => reply.redirect(`${part.prefix}/`, 308));
    }
    part.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
      const path = request.params['*'];
      if (path !== '' && path !== 'index.html' && files.has(path))
        return reply.sendFile(path, cachingOf(path)) as never;
      if (!isScreen(path, folder !== null)) return reply.callNotFound() as never;
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index) as never;
    });
  });
}

/** Names of what is built hold a hash of it: they never change. */
function cachingOf(path: string): SendOptions {
  return path.startsWith('assets/') ? { maxAge: aYear, immutable: true } : { maxAge: 0 };
}

function isScreen(path: string, hasScreens: boolean): boolean {
  if (path === '' || path === 'index.html') return true;
  return hasScreens && !/^(?:api|assets|metrics|healthz|readyz|socket\.io)(?:\/|$)|\.\w{1,8}$/.test(path);
}

/** Beside the file itself, for who takes it so. */
function isCompressed(name: string): boolean {
  return /\.(?:br|gz)$/.test(name);
}

async function listFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !isCompressed(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
