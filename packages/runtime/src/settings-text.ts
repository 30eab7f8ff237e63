import { fail, type Result, succeed } from '@dropwise/kit';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

/** Where in a text, both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export interface SyntaxProblem extends TextPlace {
  /** What was expected or found there, in words. */
  readonly reason: string;
}

/** A settings file's text, parsed: comments and trailing commas are welcome. */
export interface SettingsText {
  /** Undefined = not there. */
  find(key: string): { readonly value: unknown; readonly place: TextPlace } | undefined;
  /** Dotted keys of every value that no key in `known` covers. */
  unknownKeys(known: readonly string[]): string[];
}

/** An empty text counts as `{}`. Anything else must be one JSON object. */
export function parseSettingsText(text: string): Result<SettingsText, SyntaxProblem> {
  // Editors on Windows put a byte order mark first.
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const root = parseTree(body, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const first = errors[0];
  if (first !== undefined) {
    return fail({ ...placeOf(body, first.offset), reason: wordsFor(printParseErrorCode(first.error)) });
  }
  if (root !== undefined && root.type !== 'object') {
    return fail({ ...placeOf(body, root.offset), reason: `an object { … } was expected, found ${root.type}` });
  }
  return succeed({
    find: (key) => {
      const node = root === undefined ? undefined : findNodeAtLocation(root, key.split('.'));
      return node === undefined ? undefined : { value: getNodeValue(node), place: placeOf(body, node.offset) };
    },
    unknownKeys: (known) => (root === undefined ? [] : collectUnknown(root, '', new Set(known))),
  });
}

export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function collectUnknown(object: Node, prefix: string, known: ReadonlySet<string>): string[] {
  const unknown: string[] = [];
  for (const property of object.children ?? []) {
    const [nameNode, value] = property.children ?? [];
    const key = `${prefix}${String(nameNode?.value)}`;
    if (known.has(key)) continue;
    const leadsToKnown = [...known].some((each) => each.startsWith(`${key}.`));
    if (leadsToKnown && value?.type === 'object') unknown.push(...collectUnknown(value, `${key}.`, known));
    else unknown.push(key);
  }
  return unknown;
}

/** `CommaExpected` → `comma expected`. */
function wordsFor(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
