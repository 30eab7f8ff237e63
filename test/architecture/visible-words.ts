import { parse } from 'svelte/compiler';
import type { SourceFile } from './source-file.ts';

/** Names that are the same in every language. */
const namesEverywhere: ReadonlySet<string> = new Set(['Dropwise', 'Twitch']);

/** Attributes and properties that a person reads or hears. */
const spokenAttributes: ReadonlySet<string> = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'sentence',
  'title',
]);

/** Words that stand in the markup of a component instead of in a message, so that no other language has them. */
export function findVisibleWords(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('apps/web/src/') && path.endsWith('.svelte'))
    .flatMap(({ path, text }) =>
      wordsIn(parse(text, { modern: true, filename: path }).fragment).map(
        (words) => `${path}: "${words}" is no message; put it into locales/en and show it by t(…)`,
      ),
    );
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

function wordsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Text':
      return readable(node.data);
    case 'ExpressionTag':
      return resultsOf(node.expression).flatMap(readable);
    case 'Attribute':
      return spokenAttributes.has(String(node.name)) ? wordsIn(node.value) : [];
    default:
      return Object.entries(node).flatMap(([name, child]) => (isMarkup(name) ? wordsIn(child) : []));
  }
}

/** What of a node leads to more markup; the rest is code, places and names. */
function isMarkup(name: string): boolean {
  return [
    'nodes',
    'fragment',
    'attributes',
    'body',
    'consequent',
    'alternate',
    'fallback',
    'pending',
    'then',
    'catch',
  ].includes(name);
}

/** Texts that an expression can come to: of a choice both, of a call none, because that is where messages come from. */
function resultsOf(node: unknown): unknown[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return [node.value];
    case 'TemplateLiteral':
      return Array.isArray(node.quasis) ? node.quasis.map((part) => (isNode(part) ? cooked(part.value) : null)) : [];
    case 'ConditionalExpression':
      return [...resultsOf(node.consequent), ...resultsOf(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '+' || node.type === 'LogicalExpression'
        ? [...resultsOf(node.left), ...resultsOf(node.right)]
        : [];
    default:
      return [];
  }
}

function cooked(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : null;
}

/** Two letters in a row are a word, unless it is a name. */
function readable(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  const words = value.match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? [];
  return words.every((word) => namesEverywhere.has(word)) ? [] : [value.trim().replace(/\s+/g, ' ')];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
