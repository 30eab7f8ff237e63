import type { ChildDefinition } from '@dropwise/contract';
import { consoleId } from './fleet-sink.ts';

/** What is wrong with the ids of a list, as a sentence; null = nothing. */
export function idProblem(definitions: readonly Pick<ChildDefinition, 'id'>[]): string | null {
  const ids = new Set<string>();
  for (const { id } of definitions) {
    if (id === consoleId)
      return `Every child needs an id of its own, and "${consoleId}" is the console itself. Choose another.`;
    if (ids.has(id))
      return `Every child needs an id of its own, and "${id}" is there twice. Choose another for one of them.`;
    ids.add(id);
  }
  return null;
}
