import type { ChildDefinition } from '@dropwise/contract';
import { maskSecrets } from '@dropwise/runtime';

/** Stands for a value that is never shown. */
const setMark = '[set]';

/** For people: no value of the environment, and nothing in the arguments that looks like a secret. */
export function maskDefinition(definition: ChildDefinition): ChildDefinition {
  return {
    ...definition,
    command: definition.command.map(maskSecrets),
    env: Object.fromEntries(Object.entries(definition.env).map(([name, value]) => [name, value === '' ? '' : setMark])),
  };
}

/** A definition that was shown masked and comes back: what still is a mask is what it was. */
export function restoreMasked(sent: ChildDefinition, known: ChildDefinition | null): ChildDefinition {
  if (known === null) return sent;
  const command = sent.command.map((part, index) => {
    const before = known.command[index];
    return before !== undefined && part === maskSecrets(before) ? before : part;
  });
  const env = Object.fromEntries(
    Object.entries(sent.env).map(([name, value]) => [name, value === setMark ? (known.env[name] ?? value) : value]),
  );
  return { ...sent, command, env };
}
