import assert from 'node:assert/strict';
import type { LightMyRequestResponse, RouteOptions } from 'fastify';
import * as v from 'valibot';
import type { App } from '../app.ts';
import { isValibot } from '../openapi/describe-schema.ts';

export interface WatchedRoute {
  readonly method: string;
  readonly url: string;
  readonly options: RouteOptions;
}

/** Remembers every route that is registered afterwards. */
export function watchRoutes(app: App): WatchedRoute[] {
  const routes: WatchedRoute[] = [];
  app.addHook('onRoute', (options) => {
    for (const method of [options.method].flat()) routes.push({ method, url: options.url, options });
  });
  return routes;
}

/** Fails when an answer is another than its route's document says, or has a field that is not in it. */
export function checkAnswer(route: WatchedRoute | undefined, response: LightMyRequestResponse): void {
  if (route === undefined) return;
  const where = `${route.method} ${route.url} ${response.statusCode}`;
  const documented = route.options.schema?.response as Readonly<Record<string, unknown>> | undefined;
  const answer = documented?.[String(response.statusCode)];
  assert.ok(answer !== undefined, `${where} is not documented: ${response.body.slice(0, 300)}`);
  const schema = jsonSchemaOf(answer, response);
  if (schema === null) return;
  const body: unknown = response.json();
  const checked = v.safeParse(schema, body);
  assert.ok(checked.success, `${where} does not fit: ${JSON.stringify(checked.issues?.map((issue) => issue.message))}`);
  assert.deepEqual(checked.output, body, `${where} has a field that is not documented`);
}

/** Null = the answer is not JSON, and is documented under its type. */
function jsonSchemaOf(answer: unknown, response: LightMyRequestResponse): v.GenericSchema | null {
  const type = String(response.headers['content-type'] ?? '').split(';')[0] ?? '';
  if (isValibot(answer)) {
    assert.equal(type, 'application/json');
    return answer;
  }
  const { content } = answer as { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  assert.ok(type in content, `${type} is not among ${Object.keys(content).join(', ')}`);
  const schema = content[type]?.schema;
  return type === 'application/json' && isValibot(schema) ? schema : null;
}
