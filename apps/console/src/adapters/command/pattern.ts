import type { LinePattern, ObservedFact } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import { nearestName } from '@dropwise/runtime';
import { RE2JS } from 're2js';
import { cleanName } from '../lines/clean-text.ts';
import { type FieldKind, factFields, type ObservedKind, observe } from '../lines/fact-fields.ts';

/** A pattern that can be tried on lines. */
export interface CompiledPattern {
  /** Null = does not fit; `alive` = fits and says no more. */
  read(line: string): ObservedFact | 'alive' | null;
}

/** Longer lines are looked at up to here. */
export const maxMatchedLength = 2_000;
/** Repetitions such as `{1000}` unfold to a program whose size every character of a line pays for. */
const maxProgramSize = 5_000;

/** A sentence for every pattern that cannot be used; empty = all can. */
export function checkPatterns(patterns: readonly LinePattern[]): readonly string[] {
  return patterns.flatMap((pattern, index) => {
    const compiled = compilePattern(pattern);
    return compiled.ok ? [] : [`Pattern ${index + 1} (${shortly(pattern.pattern)}): ${compiled.failure}`];
  });
}

/**
 * Compiles for an engine whose time grows with the length of the line and nothing else (RE2's), so that no pattern, by accident or
 * intent, can hang the console: nothing has to be guarded at run time. The price is look-around and back-references.
 */
export function compilePattern({ pattern, fact: kind }: LinePattern): Result<CompiledPattern, string> {
  if (kind !== 'alive' && !isKind(kind)) return fail(unknownKind(kind));
  const expression = compileExpression(pattern);
  if (!expression.ok) return expression;
  const groups = Object.keys(expression.value.namedGroups());
  if (kind === 'alive') return succeed({ read: (line) => (matches(expression.value, line) ? 'alive' : null) });
  const fields: Readonly<Record<string, FieldKind>> = factFields[kind];
  for (const group of groups) {
    const problem = groupProblem(group, kind, fields);
    if (problem !== null) return fail(problem);
  }
  return succeed({ read: (line) => readFact(expression.value, kind, groups, fields, line) });
}

function compileExpression(pattern: string): Result<RE2JS, string> {
  try {
    const expression = RE2JS.compile(pattern);
    if (expression.programSize() <= maxProgramSize) return succeed(expression);
    return fail('its repetitions make it too large to be tried on every line. Use smaller numbers in { }, or * and +.');
  } catch (error) {
    const found = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    return fail(
      `a regular expression was expected, found ${cleanName(found)}. Look-around such as (?=…) and back-references such as \\1 are left out, so that no line can take long.`,
    );
  }
}

function unknownKind(kind: string): string {
  const nearest = nearestName(kind, Object.keys(factFields));
  const hint = nearest === null ? 'One is channelChosen, another dropClaimed.' : `Did you mean ${nearest}?`;
  return `there is no fact ${JSON.stringify(kind)}. ${hint} alive stands for a mere sign of life.`;
}

function groupProblem(group: string, kind: string, fields: Readonly<Record<string, FieldKind>>): string | null {
  const open = Object.keys(fields).filter((name) => fields[name] !== 'closed');
  if (open.includes(group)) return null;
  return `${kind} has no field ${JSON.stringify(group)}. Name the group after one of: ${open.join(', ')}.`;
}

function isKind(kind: string): kind is ObservedKind {
  return Object.hasOwn(factFields, kind);
}

function matches(expression: RE2JS, line: string): boolean {
  return expression.matcher(line.slice(0, maxMatchedLength)).find();
}

function readFact(
  expression: RE2JS,
  kind: ObservedKind,
  groups: readonly string[],
  fields: Readonly<Record<string, FieldKind>>,
  line: string,
): ObservedFact | null {
  const matcher = expression.matcher(line.slice(0, maxMatchedLength));
  if (!matcher.find()) return null;
  const found = groups.map((group) => [group, readField(fields[group] ?? 'closed', matcher.group(group))] as const);
  // `groupProblem` let only fields of this kind through, and `readField` gives each its type.
  return observe(kind, Object.fromEntries(found));
}

/** Null = the group took no part, or what it holds does not fit the field. */
function readField(kind: FieldKind, text: string | null): unknown {
  if (text === null || text === '') return null;
  if (typeof kind !== 'string') return kind.includes(text) ? text : null;
  switch (kind) {
    case 'text':
      return cleanName(text, 300);
    case 'number':
      return /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;
    case 'yesNo':
      return /^(?:true|yes|1)$/i.test(text) ? true : /^(?:false|no|0)$/i.test(text) ? false : null;
    case 'texts':
      return text
        .split(',')
        .slice(0, 50)
        .map((name) => cleanName(name))
        .filter((name) => name !== '');
    default:
      return null;
  }
}

function shortly(pattern: string): string {
  return pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
}
