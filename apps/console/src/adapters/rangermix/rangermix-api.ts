import type { CommandProblem } from '@dropwise/contract';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { cleanName } from '../lines/clean-text.ts';

export interface RangermixApiOptions {
  /** Where it serves, with whatever path stands before `/api`. */
  readonly url: string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}

/** rangermix' REST, as far as the console uses it: peers 2.3. */
export interface RangermixApi {
  reload(): Promise<Result<void, CommandProblem>>;
  selectChannel(channelId: string): Promise<Result<void, CommandProblem>>;
  exitManual(): Promise<Result<void, CommandProblem>>;
  confirmOauth(): Promise<Result<void, CommandProblem>>;
  close(): Promise<Result<void, CommandProblem>>;
  /** Gives back what it has now. Holds the proxy in clear. */
  changeSettings(
    changes: Readonly<Record<string, unknown>>,
  ): Promise<Result<Readonly<Record<string, unknown>>, CommandProblem>>;
}

const timeoutMs = 15_000;
/** Its answers to what is asked here are a few hundred characters, settings a few thousand. */
const maxAnswerBytes = 1_000_000;

const outcome = v.object({
  success: v.boolean(),
  message: v.optional(v.string()),
  settings: v.optional(v.record(v.string(), v.unknown())),
});
const refusal = v.object({ detail: v.string() });
type Outcome = v.InferOutput<typeof outcome>;

export function createRangermixApi(options: RangermixApiOptions): RangermixApi {
  const post = (path: string, body?: unknown): Promise<Result<Outcome, CommandProblem>> =>
    sendPost(options, path, body);
  const order = async (path: string, body?: unknown): Promise<Result<void, CommandProblem>> => {
    const answer = await post(path, body);
    return answer.ok ? succeed(undefined) : answer;
  };
  return {
    reload: () => order('api/reload'),
    selectChannel: (channelId) => {
      const id = /^\d{1,15}$/.test(channelId) ? Number(channelId) : null;
      if (id !== null) return order('api/channels/select', { channel_id: id });
      const sentence = `rangermix knows channels by their numbers, and ${JSON.stringify(cleanName(channelId, 40))} is none. Choose one of its list.`;
      return Promise.resolve(fail({ kind: 'refused', sentence }));
    },
    exitManual: () => order('api/mode/exit-manual'),
    confirmOauth: () => order('api/oauth/confirm'),
    close: () => order('api/close'),
    changeSettings: async (changes) => {
      const answer = await post('api/settings', changes);
      return answer.ok ? succeed(answer.value.settings ?? {}) : answer;
    },
  };
}

async function sendPost(
  options: RangermixApiOptions,
  path: string,
  body: unknown,
): Promise<Result<Outcome, CommandProblem>> {
  const stop = new AbortController();
  const timer = options.clock.deadline(timeoutMs, () => stop.abort(new Error('no answer within 15 seconds')));
  try {
    const response = await options.fetch(addressOf(options.url, path), {
      method: 'POST',
      redirect: 'error',
      signal: stop.signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    return readOutcome(response.status, await readText(response));
  } catch (error) {
    const sentence = `rangermix was expected to answer at ${options.url}, but did not: ${describeError(error)}.`;
    return fail({ kind: 'noAnswer', sentence });
  } finally {
    timer.cancel();
  }
}

/** `POST` to a path below the address, whether or not that ends with a slash. */
function addressOf(url: string, path: string): string {
  return `${url.replace(/\/+$/, '')}/${path}`;
}

function readOutcome(status: number, text: string): Result<Outcome, CommandProblem> {
  const read = parseJson(text);
  if (status < 200 || status > 299) {
    const detail = v.safeParse(refusal, read);
    const said = detail.success ? cleanName(detail.output.detail) : `status ${status}`;
    return fail({ kind: status === 503 ? 'notRunning' : 'refused', sentence: `rangermix refused: ${said}.` });
  }
  const checked = v.safeParse(outcome, read);
  if (!checked.success) {
    return fail({
      kind: 'noAnswer',
      sentence: 'Something answered that is not rangermix, or not version 1.2. Check the url.',
    });
  }
  if (checked.output.success) return succeed(checked.output);
  const said = cleanName(checked.output.message ?? 'no reason given');
  return fail({ kind: 'refused', sentence: `rangermix refused: ${said}.` });
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxAnswerBytes) throw new Error(`its answer is longer than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `fetch failed` says nothing: what it failed at is the cause. */
function describeError(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cleanName(cause instanceof Error ? cause.message : String(cause));
}
