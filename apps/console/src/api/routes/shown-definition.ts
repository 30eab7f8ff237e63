import type { ChildDefinition } from '@dropwise/contract';
import { maskSecrets } from '@dropwise/runtime';
import { fillArguments, hideArguments } from '../../children/hidden-arguments.ts';

/** Stands for a value that is set and not shown; sent back, it means the value as it is. */
export const setMark = '[set]';

/** A definition for people: without the values of its environment, and without passwords in its arguments and address. */
export function shownDefinition(definition: ChildDefinition): ChildDefinition {
  return {
    ...definition,
    command: hideArguments(definition.command),
    env: Object.fromEntries(Object.keys(definition.env).map((name) => [name, setMark])),
    url: definition.url === null ? null : maskSecrets(definition.url),
  };
}

/** A definition as it was sent, with what was hidden from the sender put back. */
export function filledDefinition(sent: ChildDefinition, kept: ChildDefinition | null): ChildDefinition {
  if (kept === null) return sent;
  return {
    ...sent,
    command: fillArguments(sent.command, kept.command),
    env: Object.fromEntries(
      Object.entries(sent.env).map(([name, value]) => [name, value === setMark ? (kept.env[name] ?? value) : value]),
    ),
    url: sent.url !== null && kept.url !== null && sent.url === maskSecrets(kept.url) ? kept.url : sent.url,
  };
}

/** Names of variables that are said to be as they were, and never were. */
export function unknownMarks(definition: ChildDefinition): readonly string[] {
  return Object.entries(definition.env).flatMap(([name, value]) => (value === setMark ? [name] : []));
}
