import * as v from 'valibot';

/** Where an answer differs from what was agreed on. */
export interface ShapeProblem {
  /** `a.b.0.c`, empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** The first issue of a failed parse, `found` cut to 80 characters. */
export function shapeProblemOf(issues: readonly v.BaseIssue<unknown>[], prefix = ''): ShapeProblem {
  const issue = issues[0];
  if (issue === undefined) return { path: prefix, expected: 'a valid value', found: 'an invalid one' };
  const inner = v.getDotPath(issue) ?? '';
  return {
    path: [prefix, inner].filter((part) => part !== '').join('.'),
    expected: (issue.expected ?? issue.message).slice(0, 160),
    found: issue.received.slice(0, 80),
  };
}

export function describeShapeProblem({ path, expected, found }: ShapeProblem): string {
  return `expected ${expected} at ${path === '' ? 'the top' : path}, found ${found}`;
}
