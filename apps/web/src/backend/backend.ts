import type { Problem } from '@dropwise/contract';
import { ApiProblem } from './problem.ts';

/** The one way to the console's API. Paths are relative to where the console serves: `api/status`. */
export interface Backend {
  get<Answer>(path: string, signal?: AbortSignal): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** For links and downloads. */
  addressOf(path: string): string;
  /** Called when an answer says that nobody is signed in (any more). */
  onSignedOut(listener: () => void): () => void;
}

export function createBackend(base: URL, fetcher: typeof fetch = (...args) => fetch(...args)): Backend {
  const listeners = new Set<() => void>();
  const call = async <Answer>(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Answer> => {
    const answer = await reach(fetcher, new URL(path, base), {
      method,
      cache: 'no-store',
      credentials: 'same-origin',
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (answer.ok) return (await readJson(answer)) as Answer;
    const problem = await problemOf(answer);
    if (problem.code === 'notSignedIn' || problem.code === 'setupNeeded') for (const listener of listeners) listener();
    throw problem;
  };
  return {
    get: (path, signal) => call('GET', path, undefined, signal),
    send: (method, path, body) => call(method, path, body),
    addressOf: (path) => new URL(path, base).href,
    onSignedOut: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function reach(fetcher: typeof fetch, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetcher(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem('offline', 'The console does not answer.');
  }
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  try {
    const { error } = (await answer.json()) as Problem;
    return new ApiProblem(error.code, error.sentence, error.at);
  } catch {
    return new ApiProblem('internal', `The console answered with ${answer.status}.`);
  }
}
