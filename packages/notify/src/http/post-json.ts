import type { SendContext } from '../channel.ts';
import { type Delivery, delivered, failedForGood, retryLater } from '../delivery.ts';
import { withinTime } from '../within-time.ts';
import { codeOf, networkFaultOf } from './network-words.ts';
import { readBounded } from './read-bounded.ts';
import { parseRetryAfter } from './retry-after.ts';

export interface JsonPost {
  /** Who is asked, for the words of the outcome: `Discord`. */
  readonly service: string;
  readonly url: string;
  /** JSON; a text is sent as it is. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What to do about an answer, by its status. */
  readonly hints?: Readonly<Record<number, string>>;
  /** Statuses that mean something else here than elsewhere. */
  readonly failing?: readonly number[];
  /** Reads from the JSON of a 429 how long to wait, in ms. */
  readonly retryAfterOf?: (answer: unknown) => number | null;
}

/**
 * One POST, and what its answer means: 2xx delivered, 408, 425, 429 and 5xx later, all else not at all. No redirect is
 * followed, so that nothing secret goes where nobody sent it. What the answer says is read in part and never told.
 */
export async function postJson(post: JsonPost, context: SendContext): Promise<Delivery> {
  return await withinTime(context, post.service, async (signal) => {
    let response: Response;
    try {
      response = await fetch(post.url, {
        method: 'POST',
        redirect: 'manual',
        signal,
        headers: { 'user-agent': 'Dropwise', ...post.headers, 'content-type': 'application/json' },
        body: typeof post.body === 'string' ? post.body : JSON.stringify(post.body),
      });
    } catch (error) {
      if (signal.aborted) throw error;
      const { words, forGood } = networkFaultOf(codeOf(error));
      const why = `${post.service} at ${new URL(post.url).host} cannot be reached: ${words}.`;
      return forGood ? failedForGood(why) : retryLater(why);
    }
    // Read before anything is said of it, so that the connection is free again.
    const answer = await readBounded(response, signal);
    return judge(post, response, answer, context.clock.now());
  });
}

function judge(post: JsonPost, response: Response, answer: string | null, now: number): Delivery {
  const { service, hints = {}, failing = [] } = post;
  const { status } = response;
  const hint = hints[status];
  const said = `${service} answered ${status}${hint === undefined ? '' : `: ${hint}`}.`;
  if (failing.includes(status)) return failedForGood(said);
  if (status >= 200 && status < 300) return delivered(`${service} took it.`);
  if (status >= 300 && status < 400) {
    return failedForGood(`${service} answered ${status} and points elsewhere. Write the address it really has.`);
  }
  const header = parseRetryAfter(response.headers.get('retry-after'), now);
  if (status === 429) {
    const afterMs = post.retryAfterOf?.(parseJson(answer)) ?? header;
    return retryLater(`${service} wants fewer messages (429).`, afterMs);
  }
  if (status === 408 || status === 425 || status >= 500) return retryLater(said, header);
  return failedForGood(said);
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
