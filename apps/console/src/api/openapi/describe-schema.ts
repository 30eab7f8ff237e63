import { STATUS_CODES } from 'node:http';
import { documentOf } from '@dropwise/contract';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { FastifySchema } from 'fastify';
import type * as v from 'valibot';

/** For the OpenAPI document: the same schemas as JSON Schema. */
export function describeSchema(schema: FastifySchema): FastifySchema {
  const described: Record<string, unknown> = { ...schema };
  for (const part of ['body', 'querystring', 'params', 'headers'] as const) {
    if (isValibot(schema[part])) described[part] = asJsonSchema(schema[part]);
  }
  if (isRecord(schema.response)) {
    described.response = Object.fromEntries(
      Object.entries(schema.response).map(([status, answer]) => [status, describeAnswer(status, answer)]),
    );
  }
  return described as FastifySchema;
}

function describeAnswer(status: string, answer: unknown): unknown {
  const description = STATUS_CODES[status] ?? 'Answer';
  if (isValibot(answer)) return { description, content: { 'application/json': { schema: asJsonSchema(answer) } } };
  if (!isRecord(answer) || !isRecord(answer.content)) return answer;
  const content = Object.entries(answer.content).map(([type, of]) => [
    type,
    isRecord(of) && isValibot(of.schema) ? { ...of, schema: asJsonSchema(of.schema) } : of,
  ]);
  return { description, ...answer, content: Object.fromEntries(content) };
}

function asJsonSchema(schema: v.GenericSchema): unknown {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    errorMode: 'ignore',
    target: 'openapi-3.0',
    typeMode: 'input',
    overrideSchema: ({ valibotSchema }) => documentOf(valibotSchema as v.GenericSchema) as JsonSchema | null,
  });
  return rest;
}

export function isValibot(value: unknown): value is v.GenericSchema {
  return isRecord(value) && '~standard' in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
