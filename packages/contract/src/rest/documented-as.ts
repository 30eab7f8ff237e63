import * as v from 'valibot';

/** JSON Schema as far as parameters need it. */
export interface ParameterDocument {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly description?: string;
}

/** How a parameter that is read from text stands in the API's document, where its own schema would say how it is read. */
export function documentedAs<Value>(document: ParameterDocument) {
  return v.metadata<Value, { readonly document: ParameterDocument }>({ document });
}

/** Null = the schema documents itself. */
export function documentOf(schema: v.GenericSchema): ParameterDocument | null {
  const { document } = v.getMetadata(schema) as { readonly document?: ParameterDocument };
  return document ?? null;
}
