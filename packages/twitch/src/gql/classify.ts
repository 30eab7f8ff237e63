import type { HttpResponse } from '@dropwise/kit';
import * as v from 'valibot';
import {
  integrityRefused,
  notJson,
  refused,
  serviceTrouble,
  staleHash,
  twitchDown,
  unauthorized,
  unexpectedShape,
} from './failures.ts';
import type { GqlFailure } from './gql-failure.ts';

/** `backoff`: as often as the policy allows; `once`: one more time, after 5 s. Protocol 3.3. */
export type RetryRule = 'never' | 'once' | 'backoff';

export type ItemOutcome =
  /** `repaired`: a `server error` was answered by putting null where it struck. */
  | { readonly kind: 'data'; readonly data: unknown; readonly repaired: string | null }
  | { readonly kind: 'failed'; readonly failure: GqlFailure; readonly retry: RetryRule };

/** What was asked, as far as judging the answer needs it. */
export interface AskedItem {
  readonly name: string;
  readonly hash: string | null;
}

const errorSchema = v.object({
  message: v.nullish(v.string(), ''),
  path: v.nullish(v.array(v.union([v.string(), v.number()]))),
  extensions: v.nullish(v.object({ challenge: v.nullish(v.object({ type: v.nullish(v.string()) })) })),
});
const itemSchema = v.object({
  errors: v.nullish(v.array(errorSchema)),
  error: v.nullish(v.string()),
  message: v.nullish(v.string()),
  data: v.nullish(v.unknown()),
});
type ErrorItem = v.InferOutput<typeof errorSchema>;

/** Judges an answer: one outcome for each item asked, in order. */
export function classifyResponse(response: HttpResponse, asked: readonly AskedItem[]): readonly ItemOutcome[] {
  const { status, body } = response;
  const all = (outcomeOf: (item: AskedItem) => ItemOutcome): ItemOutcome[] => asked.map(outcomeOf);
  if (status >= 500 || status === 429) return all(({ name }) => failed(twitchDown(name, status), 'backoff'));
  if (status === 401) return all(({ name }) => failed(unauthorized(name), 'never'));
  const json = parseJson(body);
  if (json === undefined) return all(({ name }) => failed(notJson(name, status, body), 'never'));
  if (!Array.isArray(json)) return all((item) => classifyItem(json, item, status));
  if (json.length === asked.length) return asked.map((item, index) => classifyItem(json[index], item, status));
  const problem = { path: '', expected: `${asked.length} answers`, found: `${json.length}` };
  return all(({ name }) => failed(unexpectedShape(name, problem), 'never'));
}

function classifyItem(input: unknown, item: AskedItem, status: number): ItemOutcome {
  const parsed = v.safeParse(itemSchema, input);
  if (!parsed.success) {
    const problem = { path: '', expected: 'a GraphQL answer', found: JSON.stringify(input)?.slice(0, 80) ?? 'nothing' };
    return failed(unexpectedShape(item.name, problem), 'never');
  }
  const { errors, error, message, data } = parsed.output;
  if (errors && errors.length > 0) return classifyErrors(errors, data, item, status);
  if (error === 'Unauthorized') return failed(unauthorized(item.name), 'never');
  if (error) return failed(refused(item.name, `${error}: ${message ?? ''}`.slice(0, 200), status), 'never');
  if (status >= 400) return failed(refused(item.name, message ?? 'no reason given', status), 'never');
  return { kind: 'data', data, repaired: null };
}

const passingMessages = ['service timeout', 'service unavailable', 'context deadline exceeded'];

/** The first recognised message decides. */
function classifyErrors(errors: readonly ErrorItem[], data: unknown, item: AskedItem, status: number): ItemOutcome {
  let repaired: string | null = null;
  for (const error of errors) {
    const { message } = error;
    if (message === 'failed integrity check' || error.extensions?.challenge?.type === 'integrity') {
      return failed(integrityRefused(item.name), 'never');
    }
    if (message === 'PersistedQueryNotFound') return failed(staleHash(item.name, item.hash), 'once');
    if (message === 'service error') return failed(serviceTrouble(item.name, message), 'once');
    if (passingMessages.includes(message)) return failed(serviceTrouble(item.name, message), 'backoff');
    if (message === 'server error' && putNullAt(data, error.path ?? [])) repaired = message;
    else if (message === 'server error') return failed(serviceTrouble(item.name, message), 'never');
  }
  if (repaired !== null) return { kind: 'data', data, repaired };
  return failed(refused(item.name, (errors[0]?.message ?? '').slice(0, 200), status), 'never');
}

/** Puts null at `path` inside `data`; false when there is no such place. */
function putNullAt(data: unknown, path: readonly (string | number)[]): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  let parent: unknown = data;
  for (const step of path.slice(0, -1)) parent = isRecord(parent) ? parent[step] : undefined;
  if (!isRecord(parent) || last === '__proto__') return false;
  parent[last] = null;
  return true;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function failed(failure: GqlFailure, retry: RetryRule): ItemOutcome {
  return { kind: 'failed', failure, retry };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
