import { toJsonSchema } from '@valibot/to-json-schema';
import type { FastifySchema, FastifySchemaCompiler, FastifySerializerCompiler, FastifyTypeProvider } from 'fastify';
import * as v from 'valibot';
import { ProblemError } from './problem-error.ts';

/** Lets Fastify read types of requests and answers from valibot's schemas. */
export interface ValibotProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends v.GenericSchema ? v.InferOutput<this['schema']> : unknown;
  readonly serializer: this['schema'] extends v.GenericSchema ? v.InferInput<this['schema']> : unknown;
}

export const validateWithValibot: FastifySchemaCompiler<v.GenericSchema> = ({ schema, httpPart }) => {
  return (value) => {
    const checked = v.safeParse(schema, value, { abortEarly: true });
    if (checked.success) return { value: checked.output };
    const [issue] = checked.issues;
    const path = [httpPart ?? 'body', ...(issue.path ?? []).map((item) => String(item.key))].join('.');
    return { error: new ProblemError('badRequest', sentenceOf(issue), path) };
  };
};

/** Answers are made by our own code from typed values: they are written, not checked again. */
export const serializeAsJson: FastifySerializerCompiler<unknown> = () => (value) => JSON.stringify(value);

/** For the OpenAPI document: the same schemas as JSON Schema. */
export function describeSchema(schema: FastifySchema): FastifySchema {
  const described: Record<string, unknown> = { ...schema };
  for (const part of ['body', 'querystring', 'params', 'headers'] as const) {
    if (isValibot(schema[part])) described[part] = asJsonSchema(schema[part]);
  }
  if (typeof schema.response === 'object' && schema.response !== null) {
    described.response = Object.fromEntries(
      Object.entries(schema.response).map(([status, of]) => [status, isValibot(of) ? asJsonSchema(of) : of]),
    );
  }
  return described as FastifySchema;
}

function asJsonSchema(schema: v.GenericSchema): unknown {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    errorMode: 'ignore',
    target: 'openapi-3.0',
    typeMode: 'input',
  }) as Record<string, unknown>;
  return rest;
}

function isValibot(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && '~standard' in value;
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const text = issue.message.replace(/\.$/, '');
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}
