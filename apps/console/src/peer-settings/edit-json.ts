import { isDeepStrictEqual } from 'node:util';
import { applyEdits, type Edit, type Node } from 'jsonc-parser';
import { type JsonSource, propertiesOf } from './json-source.ts';
import { isExpanded, type JsonStyle, readStyle, writeJson, writeText } from './json-style.ts';
import { decodeValue, type WrapperType, wrapperOf } from './typed-value.ts';

/**
 * The text with `values` in it. What says the same already keeps every byte; what differs is changed where it stands, in the way
 * the file is written; what is missing is put in its place by the order of the names, or last where there is no order. Names that
 * `values` does not have stay as they are.
 */
export function editJson(
  source: JsonSource,
  values: Readonly<Record<string, unknown>>,
  wrapperFor: (name: string) => WrapperType | null,
): string {
  const style = readStyle(source);
  const properties = propertiesOf(source.root);
  const edits: Edit[] = [];
  const missing: [name: string, text: string][] = [];
  for (const [name, value] of Object.entries(values)) {
    const found = properties.get(name);
    if (found === undefined) {
      missing.push([name, writeJson(wrap(value, wrapperFor(name)), style, 1, style.expands)]);
    } else edits.push(...editValue(source.text, found.value, value, style, 1, wrapperFor(name)));
  }
  return applyEdits(source.text, [...edits, ...insertions(source, missing, style)]);
}

function wrap(value: unknown, type: WrapperType | null): unknown {
  return type === null ? value : { __type: type, data: value };
}

function editValue(
  text: string,
  node: Node,
  value: unknown,
  style: JsonStyle,
  depth: number,
  wrapperType: WrapperType | null,
): readonly Edit[] {
  const wrapper = wrapperOf(node);
  if (wrapper !== null) {
    if (wrapper.type === 'set' && isSameSet(decodeValue(wrapper.value), value)) return [];
    const inner = isExpanded(text, node) === true ? depth + 1 : depth;
    return editValue(text, wrapper.value, value, style, inner, null);
  }
  if (wrapperType === null) {
    if (isDeepStrictEqual(decodeValue(node), value)) return [];
    const parts = editParts(text, node, value, style, depth);
    if (parts !== null) return parts;
  }
  const content = writeJson(wrap(value, wrapperType), style, depth, isExpanded(text, node) ?? style.expands);
  return [{ offset: node.offset, length: node.length, content }];
}

/** Of an object whose names stay, only the values that differ. */
function editParts(text: string, node: Node, value: unknown, style: JsonStyle, depth: number): readonly Edit[] | null {
  if (node.type !== 'object' || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const properties = propertiesOf(node);
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length !== properties.size) return null;
  const edits: Edit[] = [];
  for (const [name, part] of entries) {
    const found = properties.get(name);
    if (found === undefined) return null;
    edits.push(...editValue(text, found.value, part, style, depth + 1, null));
  }
  return edits;
}

/** Python writes a set in whatever order it has it. */
function isSameSet(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return isDeepStrictEqual(new Set(a), new Set(b));
}

function insertions(
  { root }: JsonSource,
  missing: readonly (readonly [name: string, text: string])[],
  style: JsonStyle,
): readonly Edit[] {
  if (missing.length === 0) return [];
  const present = (root.children ?? []).flatMap((property) => {
    const name: unknown = property.children?.[0]?.value;
    return typeof name === 'string' ? [{ name, offset: property.offset, end: property.offset + property.length }] : [];
  });
  const isSorted = present.every(({ name }, index) => index === 0 || (present[index - 1]?.name ?? '') <= name);
  const ordered = missing.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const gap = style.indent === '' ? style.itemGap : `,${style.newline}${style.indent}`;
  const write = ([name, value]: readonly [string, string]): string =>
    writeText(name, style.escapesUnicode) + style.nameGap + value;
  const last = present.at(-1);
  if (last === undefined) {
    const start = style.newline + style.indent;
    const content = `{${start}${ordered.map(write).join(gap)}${style.newline}}`;
    return [{ offset: root.offset, length: root.length, content }];
  }
  const placed = new Map<number, string>();
  for (const entry of ordered) {
    const next = isSorted ? present.find(({ name }) => name > entry[0]) : undefined;
    const at = next?.offset ?? last.end;
    const part = next === undefined ? gap + write(entry) : write(entry) + gap;
    placed.set(at, (placed.get(at) ?? '') + part);
  }
  return [...placed].map(([offset, content]) => ({ offset, length: 0, content }));
}
