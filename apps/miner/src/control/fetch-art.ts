import { type Art, type ArtProblem, artTypeOf } from '@dropwise/contract/miner-ipc';
import { assertNever, type Clock, fail, type Result, type StopSignal, succeed } from '@dropwise/kit';
import type { ImageFailure, Twitch } from '@dropwise/twitch';

/** Fetches a picture for the console; never rejects but when stopped. */
export type FetchArt = (url: string, signal?: StopSignal) => Promise<Result<Art, ArtProblem>>;

/** Half of the connections that one host gets, where a local Twitch is one host for everything. */
const maxAtOnce = 4;
const maxInMinute = 60;
const minuteMs = 60_000;

/**
 * Pictures are for people to look at: mining never waits for them. Nothing is queued here, what is too much is refused and
 * the console asks again later. `clock`: real time.
 */
export function createFetchArt(image: Twitch['image'], clock: Pick<Clock, 'now'>): FetchArt {
  /** Of the last minute, oldest first; at most `maxInMinute`. */
  let starts: readonly number[] = [];
  let underWayCount = 0;
  return async (url, signal) => {
    const now = clock.now();
    starts = starts.filter((at) => at > now - minuteMs && at <= now);
    if (underWayCount >= maxAtOnce) return later(`${maxAtOnce} pictures are being fetched already. Ask again soon.`);
    if (starts.length >= maxInMinute) {
      return later(`${maxInMinute} pictures were fetched within a minute. Ask again in a minute.`);
    }
    starts = [...starts, now];
    underWayCount += 1;
    try {
      const fetched = await image(url, signal);
      if (!fetched.ok) return fail(problemOf(fetched.failure));
      const { bytes, contentType: named } = fetched.value;
      const contentType = artTypeOf(bytes);
      if (contentType !== null) return succeed({ contentType, bytes });
      return lasting(`Expected a picture (PNG, JPEG, WebP, GIF or AVIF), found ${typeWord(named)}.`);
    } finally {
      underWayCount -= 1;
    }
  };
}

function problemOf(failure: ImageFailure): ArtProblem {
  switch (failure.kind) {
    case 'foreign':
      return { isLasting: true, sentence: `Expected an address at ${failure.expectedOrigin}, found another.` };
    case 'notFound': {
      const { status } = failure;
      const isLasting = status < 500 && status !== 429;
      return { isLasting, sentence: `Expected a picture, found HTTP ${status}.` };
    }
    case 'unreachable': {
      const { kind, message } = failure.networkError;
      return { isLasting: kind === 'tooLarge', sentence: `The picture did not arrive: ${message}.` };
    }
    default:
      return assertNever(failure);
  }
}

/** What a server calls it may be anything. */
function typeWord(contentType: string): string {
  const word = /^[\w.+-]{1,40}\/[\w.+-]{1,40}/.exec(contentType)?.[0];
  return word === undefined ? 'something else' : `something that is called ${word}`;
}

function later(sentence: string): Result<never, ArtProblem> {
  return fail({ isLasting: false, sentence });
}

function lasting(sentence: string): Result<never, ArtProblem> {
  return fail({ isLasting: true, sentence });
}
