import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { App } from '../api/app.ts';

const folder = fileURLToPath(new URL('static/', import.meta.url));

/** The page at `/`: public, because it holds nothing; what it shows it asks of the API as whoever looks at it. */
export async function registerPages(app: App): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (route.config?.scope === undefined && route.url.endsWith('/*'))
      route.config = { ...route.config, scope: 'public', duringSetup: true };
  });
  await app.register(fastifyStatic, { root: folder, wildcard: true, cacheControl: true, maxAge: 0, dotfiles: 'deny' });
}
