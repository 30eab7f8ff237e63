import type { Node } from 'jsonc-parser';
import { propertiesOf } from './json-source.ts';

/** What JSON cannot say and TDM wraps as `{"__type": …, "data": …}`: peers 1.1. */
export const wrapperTypes = ['set', 'URL', 'PriorityMode', 'datetime'] as const;
export type WrapperType = (typeof wrapperTypes)[number];

/** The type and the wrapped value; null = it is no such wrapper. */
export function wrapperOf(node: Node): { readonly type: WrapperType; readonly value: Node } | null {
  if (node.type !== 'object') return null;
  const properties = propertiesOf(node);
  const name: unknown = properties.get('__type')?.value.value;
  const type = wrapperTypes.find((each) => each === name);
  const wrapped = properties.get('data')?.value;
  return properties.size === 2 && type !== undefined && wrapped !== undefined ? { type, value: wrapped } : null;
}

/** The value without its wrapper: a set is a list, an address a text, a mode a number, an instant epoch seconds. */
export function decodeValue(node: Node): unknown {
  const wrapper = wrapperOf(node);
  if (wrapper !== null) return decodeValue(wrapper.value);
  switch (node.type) {
    case 'array':
      return (node.children ?? []).map(decodeValue);
    case 'object':
      // `fromEntries` makes own properties of all names, `__proto__` included.
      return Object.fromEntries([...propertiesOf(node)].map(([name, { value }]) => [name, decodeValue(value)]));
    case 'number':
      // `-0` is 0: a value that came by way of JSON does not have it any more.
      return Number(node.value) + 0;
    default:
      return node.value;
  }
}
