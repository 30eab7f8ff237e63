import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { App } from '../api/app.ts';
import { giveScope } from '../api/guards/route-scopes.ts';

const folder = fileURLToPath(new URL('static/', import.meta.url));

/** The page at `/`: public, because it holds nothing; what it shows it asks of the API as whoever looks at it. */
export async function registerPages(app: App): Promise<void> {
  await app.register(async (part: App) => {
    giveScope(part, 'public');
    // All links of the page are relative: without the slash they would lead beside it.
    if (part.prefix !== '') {
      const options = { prefixTrailingSlash: 'no-slash', schema: { hide: true } } as const;
      part.get('/', options, (_request, reply) => reply.redirect(`${part.prefix}/`, 308));
    }
    await part.register(fastifyStatic, { root: folder, maxAge: 0, dotfiles: 'deny', redirect: true });
  });
}
