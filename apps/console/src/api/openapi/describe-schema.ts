import { STATUS_CODES } from 'node:http';
import { documentOf } from '@dropwise/contract';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { FastifySchema } from 'fastify';
import type * as v from 'valibot';

/** For the OpenAPI document: the same schemas as JSON Schema. */
export function describeSchema(schema: FastifySchema): FastifySchema {
  const described: Record<string, unknown> = { ...schema };
  if (isValibot(schema.body)) described.body = asJsonSchema(schema.body);
  for (const part of ['querystring', 'params', 'headers'] as const) {
    if (isValibot(schema[part])) described[part] = describeParameters(schema[part]);
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

function asJsonSchema(schema: v.GenericSchema): JsonSchema {
  const document = documentOf(schema);
  if (document !== null) return document as JsonSchema;
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    errorMode: 'ignore',
    target: 'openapi-3.0',
    typeMode: 'input',
  });
  return rest;
}

/** Parameters arrive as text. What their schema reads from it is what is documented, not how. */
function describeParameters(schema: v.GenericSchema): unknown {
  if (!('entries' in schema) || !isRecord(schema.entries)) return asJsonSchema(schema);
  const entries = Object.entries(schema.entries).filter((entry): entry is [string, v.GenericSchema] =>
    isValibot(entry[1]),
  );
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, entry]) => [name, describeParameter(entry)])),
    required: entries.filter(([, entry]) => !isOptional(entry)).map(([name]) => name),
  };
}

function describeParameter(schema: v.GenericSchema): JsonSchema {
  if (!isOptional(schema)) return asJsonSchema(schema);
  const described = asJsonSchema(schema.wrapped);
  return schema.default === undefined ? described : { ...described, default: schema.default as JsonSchema['default'] };
}

interface OptionalSchema {
  readonly wrapped: v.GenericSchema;
  readonly default?: unknown;
}

function isOptional(schema: v.GenericSchema): schema is v.GenericSchema & OptionalSchema {
  return schema.type === 'optional' || schema.type === 'exact_optional';
}

export function isValibot(value: unknown): value is v.GenericSchema {
  return isRecord(value) && '~standard' in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
