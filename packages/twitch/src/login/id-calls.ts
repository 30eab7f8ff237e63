import { fail, type HttpResponse, type NetworkError, type Result, type StopSignal, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import type { Exchange } from '../http/exchange.ts';
import { describeShapeProblem, shapeProblemOf } from '../parsing/shape-problem.ts';
import type { RequestPurpose } from '../request-counters.ts';

/** Why a step of the login gave nothing to work with. */
export type LoginFailure =
  | { readonly kind: 'unreachable'; readonly networkError: NetworkError; readonly message: string }
  | { readonly kind: 'twitchDown'; readonly status: number; readonly message: string }
  | { readonly kind: 'unexpectedAnswer'; readonly status: number; readonly message: string };

/** An answer below 500 whose body is JSON, or empty (null). */
export interface IdAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** Asks the id host; the body is a form when there are fields. Protocol 2.2-2.6. */
export async function askIdHost(
  exchange: Exchange,
  request: {
    purpose: RequestPurpose;
    url: string;
    headers: Readonly<Record<string, string>>;
    fields?: Readonly<Record<string, string>>;
  },
  signal?: StopSignal,
): Promise<Result<IdAnswer, LoginFailure>> {
  const { purpose, url, headers, fields } = request;
  const form = fields === undefined ? undefined : new URLSearchParams(fields).toString();
  const answer = await exchange(
    form === undefined
      ? { purpose, method: 'GET', url, headers }
      : {
          purpose,
          method: 'POST',
          url,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: form,
        },
    signal,
  );
  if (!answer.ok) {
    const networkError = answer.failure;
    return fail({ kind: 'unreachable', networkError, message: `sign-in (${purpose}): ${networkError.message}` });
  }
  return readAnswer(purpose, answer.value);
}

function readAnswer(purpose: RequestPurpose, { status, body }: HttpResponse): Result<IdAnswer, LoginFailure> {
  if (status >= 500 || status === 429) {
    const message = `sign-in (${purpose}) expected an answer, found HTTP ${status}: Twitch has trouble, try later`;
    return fail({ kind: 'twitchDown', status, message });
  }
  if (body.trim() === '') return succeed({ status, json: null });
  try {
    return succeed({ status, json: JSON.parse(body) });
  } catch {
    const found = body.trimStart().startsWith('<') ? 'a web page (a network login, a proxy?)' : 'broken text';
    return fail({
      kind: 'unexpectedAnswer',
      status,
      message: `sign-in (${purpose}) expected JSON, found ${found}, HTTP ${status}`,
    });
  }
}

/** Reads the body of a 200 answer. */
export function readIdShape<Output>(
  purpose: RequestPurpose,
  schema: v.GenericSchema<unknown, Output>,
  { status, json }: IdAnswer,
): Result<Output, LoginFailure> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return succeed(parsed.output);
  const problem = shapeProblemOf(parsed.issues);
  // What was found may be a token that moved to another field: only its place is told.
  const told = describeShapeProblem({ ...problem, found: 'something else' });
  return fail({ kind: 'unexpectedAnswer', status, message: `sign-in (${purpose}): ${told}, HTTP ${status}` });
}

const refusalSchema = v.object({ message: v.optional(v.string()), error: v.optional(v.string()) });

/** Twitch's own word for a refusal: `message`, else `error`, else ''. */
export function refusalOf({ json }: IdAnswer): string {
  const parsed = v.safeParse(refusalSchema, json);
  return parsed.success ? (parsed.output.message ?? parsed.output.error ?? '').slice(0, 200) : '';
}
