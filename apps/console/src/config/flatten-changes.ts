import { settingDefinitions } from '@dropwise/core';

/** Changes by dotted key, from the same or nested as in the settings file. What leads to no setting keeps its name. */
export function flattenChanges(nested: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entriesOf(nested, ''));
}

/** The opposite: nested at the dots, as the file is. */
export function nestValues(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const root = new Map<string, unknown>();
  for (const [key, value] of Object.entries(values)) {
    const names = key.split('.');
    const last = names.pop() ?? key;
    let at = root;
    for (const name of names) {
      const next = at.get(name);
      const inner = next instanceof Map ? next : new Map<string, unknown>();
      at.set(name, inner);
      at = inner;
    }
    at.set(last, value);
  }
  return objectOf(root);
}

function entriesOf(node: Readonly<Record<string, unknown>>, prefix: string): [string, unknown][] {
  return Object.entries(node).flatMap(([name, value]): [string, unknown][] => {
    const key = `${prefix}${name}`;
    return isRecord(value) && leadsOn(key) ? entriesOf(value, `${key}.`) : [[key, value]];
  });
}

function leadsOn(key: string): boolean {
  return settingDefinitions.some((definition) => definition.key.startsWith(`${key}.`));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(map: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...map].map(([name, value]) => [name, value instanceof Map ? objectOf(value) : value]));
}
