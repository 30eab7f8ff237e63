import { type Art, artQuery, fillArtSize } from '@dropwise/contract';
import type { ArtCache } from '../../art/create-art-cache.ts';
import { isShown } from '../../art/shown-addresses.ts';
import type { Fleet } from '../../children/fleet.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { problems } from './problems.ts';

export interface ArtRoutesDeps {
  readonly fleet: Pick<Fleet, 'definitions' | 'view'>;
  readonly art: Pick<ArtCache, 'kept' | 'fetch'>;
}

const defaultSize = '144x192';
const picture = { schema: { type: 'string', format: 'binary' } };
const pictures = {
  description: 'The picture.',
  content: Object.fromEntries(['png', 'jpeg', 'webp', 'gif', 'avif'].map((type) => [`image/${type}`, picture])),
};

/** Box art and rewards, so that a browser asks nobody but the console. */
export function registerArtRoutes(app: App, { fleet, art }: ArtRoutesDeps): void {
  app.get(
    '/api/art',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['status'],
        summary: 'A picture whose address a campaign names, fetched by the miner and kept by the console.',
        querystring: artQuery,
        response: { 200: pictures, ...problems('notFound', 'unavailable') },
      },
    },
    async ({ query: { url, size = defaultSize } }, reply) => {
      const address = fillArtSize(url, size);
      const { contentType, bytes } = (await art.kept(address)) ?? (await fetchShown(url, address));
      return reply
        .type(contentType)
        .header('cache-control', 'private, max-age=604800, immutable')
        .header('content-security-policy', "default-src 'none'")
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as never);
    },
  );

  async function fetchShown(url: string, address: string): Promise<Art> {
    if (!isShown(fleet, url)) {
      const sentence = 'Expected the address of a picture that a campaign of a miner names, found another.';
      throw new ProblemError('notFound', sentence, 'query.url');
    }
    const fetched = await art.fetch(address);
    if (fetched.ok) return fetched.value;
    const { isLasting, sentence } = fetched.failure;
    throw new ProblemError(isLasting ? 'notFound' : 'unavailable', sentence);
  }
}
