import type { FastifySchemaCompiler, FastifySerializerCompiler, FastifyTypeProvider } from 'fastify';
import * as v from 'valibot';
import { ProblemError } from './problem-error.ts';
import { type RequestPart, validationSentence } from './validation-sentence.ts';

/** Lets Fastify read types of requests and answers from valibot's schemas. */
export interface ValibotProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends v.GenericSchema ? v.InferOutput<this['schema']> : unknown;
  readonly serializer: this['schema'] extends v.GenericSchema ? Shown<v.InferInput<this['schema']>> : unknown;
}

/** What is only written may be read-only, down to the last list. */
type Shown<Value> = Value extends readonly (infer Item)[]
  ? readonly Shown<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Shown<Value[Key]> }
    : Value;

export const validateWithValibot: FastifySchemaCompiler<v.GenericSchema> = ({ schema, httpPart }) => {
  const part = partOf(httpPart);
  return (value) => {
    // A request without a body has `null` here.
    const given = part === 'body' && value === null ? undefined : value;
    const checked = v.safeParse(schema, given, { abortEarly: true });
    if (checked.success) return { value: checked.output };
    const [issue] = checked.issues;
    const path = [part, ...(issue.path ?? []).map((item) => String(item.key).slice(0, 100))].join('.');
    return { error: new ProblemError('badRequest', validationSentence(issue, part, schema), path) };
  };
};

/** Answers are made by our own code from typed values: they are written, not checked again. */
export const serializeAsJson: FastifySerializerCompiler<unknown> = () => (value) => JSON.stringify(value);

function partOf(httpPart: string | undefined): RequestPart {
  if (httpPart === 'querystring') return 'query';
  return httpPart === 'params' || httpPart === 'headers' ? httpPart : 'body';
}
