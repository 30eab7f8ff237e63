import { accessIdParams, type KeyView, keyList, keyView, newKeyBody, newKeyView } from '@dropwise/contract';
import type { KeyRecord } from '../../auth/access-record.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { type AccessDeps, kept } from './access-deps.ts';
import { problems } from './problems.ts';

const tags = ['access'];
const config = { scope: 'owner' } as const;

/** API keys of programs: listed without the key, made, deleted. */
export function registerKeysRoutes(app: App, { access, audit }: Pick<AccessDeps, 'access' | 'audit'>): void {
  app.get(
    '/api/keys',
    {
      config,
      schema: { tags, summary: 'API keys, the newest first.', response: { 200: keyList, ...problems() } },
    },
    () => ({ keys: access.keys.list().map(viewOf) }),
  );

  app.post(
    '/api/keys',
    {
      config,
      schema: {
        tags,
        summary: 'Makes an API key. The answer is the only place where it can be read.',
        body: newKeyBody,
        response: {
          201: newKeyView,
          ...problems('conflict', 'tooLarge', 'unsupportedMediaType', 'wrongOrigin', 'unavailable'),
        },
      },
    },
    async (request, reply) => {
      const { name, scope } = request.body;
      const made = await kept(access.keys.create(name, scope));
      if (!made.ok) throw new ProblemError('conflict', made.failure, 'body.name');
      const { key, secret } = made.value;
      audit.record({ who: request.who, action: 'key.create', target: key.id, before: null, after: { name, scope } });
      return reply.code(201).send({ key: viewOf(key), secret });
    },
  );

  app.delete(
    '/api/keys/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Deletes an API key: it opens nothing from then on.',
        params: accessIdParams,
        response: { 200: keyView, ...problems('notFound', 'wrongOrigin', 'unavailable') },
      },
    },
    async (request) => {
      const { id } = request.params;
      const removed = await kept(access.keys.remove(id));
      if (removed === null) {
        throw new ProblemError('notFound', 'There is no such API key (any more). See api/keys.', 'params.id');
      }
      const { name, scope } = removed;
      audit.record({ who: request.who, action: 'key.delete', target: id, before: { name, scope }, after: null });
      return viewOf(removed);
    },
  );
}

function viewOf({ id, name, scope, createdAt, lastUsedAt }: KeyRecord): KeyView {
  return { id, name, scope, createdAt, lastUsedAt };
}
