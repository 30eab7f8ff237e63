import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTestApi } from '../testing/create-test-api.ts';
import { isValibot } from './describe-schema.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly tags: readonly { readonly name: string }[];
  readonly components: { readonly securitySchemes: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

async function readDocument(prefix = ''): Promise<Document> {
  await using api = await createTestApi({ prefix });
  return (await api.send({ url: `${prefix}/api/openapi.json` })).json();
}

function operationsOf(document: Document): readonly (readonly [where: string, operation: Operation])[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
}

describe('every route', () => {
  it('names its scope, its tag, a sentence and its answers', async () => {
    await using api = await createTestApi();
    assert.ok(api.routes.length > 40);
    for (const { method, url, options } of api.routes) {
      const where = `${method} ${url}`;
      const { schema, config } = options;
      assert.ok(config?.scope !== undefined, `${where} has no scope`);
      assert.match(schema?.summary ?? '', /^[A-Z].*\.$/, where);
      assert.equal(schema?.tags?.length, 1, where);
      if (schema?.hide === true) continue;
      const answers = schema?.response as Readonly<Record<string, unknown>> | undefined;
      assert.ok(
        [200, 202].some((status) => answers?.[status] !== undefined),
        `${where} documents no answer`,
      );
      for (const name of url.match(/:[a-z]+/gi) ?? []) assert.ok(isValibot(schema?.params), `${where}: ${name}`);
    }
  });

  it('that changes something asks for more than reading', async () => {
    await using api = await createTestApi();
    for (const { method, url, options } of api.routes) {
      if (method === 'GET' || method === 'HEAD' || url === '/api/plan/preview') continue;
      assert.ok(['control', 'owner'].includes(options.config?.scope ?? ''), `${method} ${url}`);
    }
  });
});

describe('the document', () => {
  it('is OpenAPI 3.0 and has every route that is not hidden', async () => {
    await using api = await createTestApi();
    const document: Document = (await api.send({ url: '/api/openapi.json' })).json();
    assert.equal(document.openapi, '3.0.3');
    const expected = api.routes
      .filter(({ method, options }) => method !== 'HEAD' && options.schema?.hide !== true)
      .map(({ method, url }) => `${method.toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`);
    assert.deepEqual(
      operationsOf(document)
        .map(([where]) => where)
        .sort(),
      expected.sort(),
    );
  });

  it('keeps the rules: ids are one of a kind, tags and schemes are declared, parameters are where they are named', async () => {
    const document = await readDocument();
    const operations = operationsOf(document);
    assert.equal(new Set(operations.map(([, { operationId }]) => operationId)).size, operations.length);
    const tags = document.tags.map(({ name }) => name);
    for (const [where, operation] of operations) {
      for (const tag of operation.tags) assert.ok(tags.includes(tag), `${where}: ${tag}`);
      for (const need of operation.security)
        for (const scheme of Object.keys(need)) assert.ok(scheme in document.components.securitySchemes, where);
      for (const [status, answer] of Object.entries(operation.responses)) {
        assert.match(status, /^[1-5]\d\d$/);
        assert.notEqual(answer.description, '', where);
        assert.ok(answer.content !== undefined, `${where} ${status}`);
      }
      const inPath = [...where.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((each) => each.in === 'path');
      assert.deepEqual(declared.map(({ name }) => name).sort(), inPath.sort(), where);
      for (const parameter of declared) assert.equal(parameter.required, true, where);
    }
  });

  it('holds only what OpenAPI 3.0 knows of JSON Schema', async () => {
    const document = await readDocument();
    visit(document.paths, (node, at) => {
      for (const key of ['$schema', 'const', '$defs', '~standard']) assert.ok(!(key in node), `${key} at ${at}`);
      if ('type' in node && typeof node.type !== 'object') assert.equal(typeof node.type, 'string', at);
      assert.ok(!(Array.isArray(node.type) || node.type === 'null'), at);
    });
  });

  it('says of parameters what fits, not how they are read', async () => {
    const { paths } = await readDocument();
    const parameters = paths['/api/history']?.get?.parameters ?? [];
    const limit = parameters.find(({ name }) => name === 'limit');
    assert.deepEqual(limit?.schema, { type: 'integer', minimum: 1, maximum: 1000, default: 100 });
    assert.notEqual(limit?.required, true);
    assert.equal(parameters.find(({ name }) => name === 'kind')?.schema.type, 'string');
  });

  it('says who may call what', async () => {
    const { paths } = await readDocument();
    assert.match(paths['/api/audit']?.get?.description ?? '', /no key is enough/);
    assert.deepEqual(paths['/healthz']?.get?.security, []);
    assert.deepEqual(paths['/api/audit']?.get?.security, [{ session: [] }]);
  });

  it('has the paths as they are below a base path', async () => {
    const document = await readDocument('/dropwise');
    assert.ok('/dropwise/api/status' in document.paths);
    assert.equal(document.paths['/dropwise/api/status']?.get?.operationId, 'getStatus');
  });
});

describe('the page of the document', () => {
  it('has nothing inline and nothing from elsewhere, and all its parts are served', async () => {
    await using api = await createTestApi({ prefix: '/dropwise' });
    const page = await api.app.inject({ url: '/dropwise/api/docs' });
    assert.match(String(page.headers['content-type']), /^text\/html/);
    assert.doesNotMatch(page.body, /<style|style=|<script(?![^>]*src=)|\son\w+=|https?:\/\//);
    const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
    assert.equal(links.length, 5);
    for (const link of links) {
      const { pathname } = new URL(link, 'http://localhost/dropwise/api/docs');
      const part = await api.app.inject({ url: pathname });
      assert.equal(part.statusCode, 200, pathname);
      assert.ok(part.rawPayload.length > 100, pathname);
    }
  });

  it('is also found with a slash at its end', async () => {
    await using api = await createTestApi({ prefix: '/dropwise' });
    const { headers } = await api.app.inject({ url: '/dropwise/api/docs/' });
    assert.equal(
      new URL(String(headers.location), 'http://localhost/dropwise/api/docs/').pathname,
      '/dropwise/api/docs',
    );
  });

  it('serves no other file', async () => {
    await using api = await createTestApi();
    for (const name of ['index.html', '..%2findex.js', 'oauth2-redirect.html', '%2e%2e%2fpackage.json'])
      assert.equal((await api.app.inject({ url: `/api/docs/${name}` })).statusCode, 400, name);
  });
});

function visit(node: unknown, check: (node: Readonly<Record<string, unknown>>, at: string) => void, at = ''): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node) && !at.endsWith('/properties')) check(node as Readonly<Record<string, unknown>>, at);
  for (const [key, inner] of Object.entries(node)) visit(inner, check, `${at}/${key}`);
}
