import assert from 'node:assert/strict';
import type { Operation } from '../gql/operation.ts';

/** What an operation makes of an answer's `data`; fails the test when it refuses it. */
export function readOk<Input, Data>(operation: Operation<Input, Data>, data: unknown): Data {
  const read = operation.read(data);
  if (!read.ok) assert.fail(`${operation.name} refused the answer: ${JSON.stringify(read.failure)}`);
  return read.value;
}

/** The place that an operation names when it refuses an answer. */
export function refusedPath<Input, Data>(operation: Operation<Input, Data>, data: unknown): string {
  const read = operation.read(data);
  if (read.ok) assert.fail(`${operation.name} took an answer that it should refuse`);
  return read.failure.path;
}
