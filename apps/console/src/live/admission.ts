import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Problem } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { Who } from '../auth/who.ts';

/** What a live client showed when it came: the part of its request that the guards look at, for as long as it stays. */
export interface LiveHandshake {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  /** A socket that has ended forgets whose it was. */
  readonly socket: { readonly remoteAddress: string; readonly encrypted: boolean };
}

export type Authorize = (handshake: LiveHandshake) => Who | Problem | Promise<Who | Problem>;

export function handshakeOf({
  method = 'GET',
  url = '/',
  httpVersion,
  headers,
  rawHeaders,
  socket,
}: IncomingMessage): LiveHandshake {
  const encrypted = 'encrypted' in socket && socket.encrypted === true;
  return {
    method,
    url,
    httpVersion,
    headers,
    rawHeaders,
    socket: { remoteAddress: socket.remoteAddress ?? '', encrypted },
  };
}

/** Who it is, or a sentence why it may not listen. An authorisation that breaks lets nobody in. */
export async function admit(authorize: Authorize, handshake: LiveHandshake): Promise<Result<Who, string>> {
  try {
    const answer = await authorize(handshake);
    if ('error' in answer) return fail(answer.error.sentence);
    if (answer.scopes.has('read')) return succeed(answer);
    return fail('Listening needs the scope read, which this sign-in or key does not have. Use another.');
  } catch {
    return fail('Whether you may listen could not be found out. Try again.');
  }
}
