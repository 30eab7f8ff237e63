import type { Node } from 'jsonc-parser';
import type { JsonSource } from './json-source.ts';

/** How a file is written, so that what changes in it is written the same. */
export interface JsonStyle {
  /** `\uXXXX` for everything that is not ASCII, as Python does by default. */
  readonly escapesUnicode: boolean;
  readonly newline: string;
  /** Of one level; empty = the file is one line. */
  readonly indent: string;
  /** Between name and value: `: `. */
  readonly nameGap: string;
  /** Between items on one line: `, `. */
  readonly itemGap: string;
  /** Lists and objects below the top go over several lines. */
  readonly expands: boolean;
}

export function readStyle({ text, root }: JsonSource): JsonStyle {
  const [first] = root.children ?? [];
  const [name, value] = first?.children ?? [];
  // An empty object does not say: then it is written as Python does.
  const start = first === undefined ? '\n    ' : text.slice(root.offset + 1, first.offset);
  const indent = start.includes('\n') ? start.slice(start.lastIndexOf('\n') + 1) : '';
  const nameGap =
    name !== undefined && value !== undefined ? text.slice(name.offset + name.length, value.offset) : ': ';
  const inner = (root.children ?? []).flatMap((property) => containersIn(property.children?.[1]));
  return {
    escapesUnicode: !/[^\p{ASCII}\uFEFF]/u.test(text),
    newline: start.includes('\r\n') ? '\r\n' : '\n',
    indent,
    nameGap,
    itemGap: nameGap === ':' ? ',' : ', ',
    expands: indent !== '' && !inner.some((node) => !isExpanded(text, node)),
  };
}

/** Whether a container's first child stands on another line than its bracket; null = it is empty, so it does not say. */
export function isExpanded(text: string, node: Node): boolean | null {
  const [first] = node.children ?? [];
  return first === undefined ? null : text.slice(node.offset, first.offset).includes('\n');
}

/** `depth` = the levels above the value. */
export function writeJson(value: unknown, style: JsonStyle, depth: number, expands: boolean): string {
  if (typeof value === 'string') return writeText(value, style.escapesUnicode);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => writeJson(item, style, depth + 1, expands))
    : Object.entries(value).map(
        ([name, item]) =>
          writeText(name, style.escapesUnicode) + style.nameGap + writeJson(item, style, depth + 1, expands),
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  if (!expands) return open + items.join(style.itemGap) + close;
  const lineStart = style.newline + style.indent.repeat(depth + 1);
  return open + lineStart + items.join(`,${lineStart}`) + style.newline + style.indent.repeat(depth) + close;
}

/** Python's own way: everything outside of blank to tilde becomes `\uXXXX`, in lower case. */
export function writeText(text: string, escapesUnicode: boolean): string {
  const json = JSON.stringify(text);
  if (!escapesUnicode) return json;
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** All that are not empty, at any depth. */
function containersIn(node: Node | undefined): readonly Node[] {
  if (node === undefined || (node.type !== 'array' && node.type !== 'object')) return [];
  const children = node.children ?? [];
  const values = node.type === 'array' ? children : children.flatMap(({ children: pair }) => pair?.slice(1) ?? []);
  return [...(children.length > 0 ? [node] : []), ...values.flatMap(containersIn)];
}
