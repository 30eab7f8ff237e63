import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { describeShapeProblem, shapeProblemOf } from '../parsing/shape-problem.ts';
import { CookieJar } from './cookie-jar.ts';

const version = 1;

const schema = v.object({
  version: v.literal(version),
  issuer: v.nullable(v.object({ clientName: v.string(), clientId: v.string() })),
  cookies: v.array(
    v.object({
      name: v.pipe(v.string(), v.minLength(1)),
      value: v.string(),
      domain: v.pipe(v.string(), v.minLength(1)),
      hostOnly: v.boolean(),
      path: v.pipe(v.string(), v.startsWith('/')),
      secure: v.boolean(),
      expiresAt: v.nullable(v.number()),
    }),
  ),
});

/** Why a jar's text could not be read; the message never quotes a value. */
export interface JarProblem {
  readonly message: string;
  /** From 1; null when the JSON is sound but its content is not. */
  readonly line: number | null;
  readonly column: number | null;
}

/** JSON for a file of mode 0600: it holds the token. */
export function formatCookieJar(jar: CookieJar): string {
  return `${JSON.stringify({ version, issuer: jar.issuer, cookies: jar.cookies }, null, 2)}\n`;
}

/** The inverse of `formatCookieJar`. */
export function parseCookieJar(text: string, clock: Pick<Clock, 'now'>): Result<CookieJar, JarProblem> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = v.safeParse(schema, json.value);
  if (parsed.success) return succeed(new CookieJar(clock, parsed.output.cookies, parsed.output.issuer));
  const problem = shapeProblemOf(parsed.issues);
  // What was found may be the token itself: only its kind is told, and only for the version its value.
  const found = problem.path === 'version' ? problem.found : 'something else';
  return fail({ message: `cookie jar: ${describeShapeProblem({ ...problem, found })}`, line: null, column: null });
}

function parseJson(text: string): Result<unknown, JarProblem> {
  try {
    return succeed(JSON.parse(text));
  } catch {
    const offset = firstBadOffset(text);
    const before = text.slice(0, offset).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    return fail({
      message: `cookie jar: expected JSON, found something else at line ${line}, column ${column}`,
      line,
      column,
    });
  }
}

/**
 * Offset of the first character that no JSON text could have there. The engine's own message quotes the text
 * around it, which may be the token.
 */
function firstBadOffset(text: string): number {
  const token = /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b)/uy;
  let offset = 0;
  while (offset < text.length) {
    token.lastIndex = offset;
    if (!token.test(text)) break;
    offset = token.lastIndex;
  }
  const rest = text.slice(offset);
  return offset + (rest.length - rest.trimStart().length);
}
