import type { FastifySchema, RouteOptions } from 'fastify';
import type { Scope } from '../../auth/who.ts';
import { describeSchema } from './describe-schema.ts';

const scopeSentences: Readonly<Record<Scope, string>> = {
  public: 'Open to everybody.',
  read: 'Needs a sign-in, or a key with the scope read.',
  control: 'Needs a sign-in, or a key with the scope control.',
  owner: 'Needs a sign-in in a browser; no key is enough.',
};

const keyOrCookie = [{ session: [] }, { key: [] }, { bearer: [] }];
const securityOf: Readonly<Record<Scope, readonly Readonly<Record<string, readonly string[]>>[]>> = {
  public: [],
  read: keyOrCookie,
  control: keyOrCookie,
  owner: [{ session: [] }],
};

/** What stands in the document about a route: its schemas, who may call it, and a name that programs can use. */
export function describeRoute(schema: FastifySchema, url: string, route: RouteOptions): FastifySchema {
  const scope = route.config?.scope ?? 'owner';
  return {
    operationId: operationIdOf([route.method].flat()[0] ?? 'GET', url),
    ...describeSchema(schema),
    description: [schema.description, scopeSentences[scope]].filter((text) => text !== undefined).join(' '),
    security: securityOf[scope] as FastifySchema['security'] & object,
  };
}

/** `GET /api/children/:id/samples` → `getChildrenIdSamples`. */
function operationIdOf(method: string, url: string): string {
  const path = url.slice(Math.max(0, url.indexOf('/api/')));
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'api');
  return [method.toLowerCase(), ...words.map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`)].join('');
}
