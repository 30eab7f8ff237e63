import { fail, type Result, succeed } from '@dropwise/kit';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';

/** A JSON object's text with the place of everything in it. */
export interface JsonSource {
  readonly text: string;
  readonly root: Node;
}

/** No settings of either miner come near it. */
const maxLength = 1_000_000;
const maxDepth = 40;

/** Strict JSON, one object. The failure names the place, never what stands there: it may be a secret. */
export function parseJsonSource(text: string): Result<JsonSource, string> {
  if (text.length > maxLength) {
    return fail(
      `Settings of at most ${maxLength} characters were expected, found ${text.length}. Is this the right file?`,
    );
  }
  if (text.trim() === '') return fail('A JSON object was expected, but the file is empty.');
  if (isTooDeep(text))
    return fail(`Settings are not nested more than ${maxDepth} times, but this is. Is this the right file?`);
  // Editors on Windows put a byte order mark first. Offsets stay as they are.
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const root = parseTree(body, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined) return fail(`It is not JSON: something is wrong in ${placeOf(body, first.offset)}.`);
  if (root === undefined || !isStrictJson(body)) return fail('It is not JSON, though it looks like it.');
  if (root.type !== 'object')
    return fail(`A JSON object { … } was expected, found ${root.type}. Is this the right file?`);
  return succeed({ text, root });
}

/** A property's name and value; of two with one name the last counts, as in Python. */
export function propertiesOf(node: Node): ReadonlyMap<string, { readonly property: Node; readonly value: Node }> {
  const properties = new Map<string, { property: Node; value: Node }>();
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    if (typeof name?.value === 'string' && value !== undefined) properties.set(name.value, { property, value });
  }
  return properties;
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Before anything that recurses reads it. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
