import { type Clock, fail, type NetworkError, type Result, type StopSignal, succeed } from '@dropwise/kit';
import type { Exchange } from '../http/exchange.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './read-catalogue.ts';

export type CatalogueFailure =
  | { readonly kind: 'unreachable'; readonly networkError: NetworkError; readonly message: string }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'notJson'; readonly message: string }
  | { readonly kind: 'unexpectedShape'; readonly message: string };

const maxBytes = 8 * 1024 * 1024;
const timeoutMs = 30_000;
/** Protocol 5.7. */
const staleAfterMs = 30 * 60_000;

/** Fetches and reads the community feed. Protocol 5.7. */
export async function fetchCatalogue(
  { exchange, clock }: { exchange: Exchange; clock: Pick<Clock, 'now'> },
  url: string,
  signal?: StopSignal,
): Promise<Result<Catalogue, CatalogueFailure>> {
  const headers = { accept: 'application/json', 'accept-encoding': 'gzip' };
  const answer = await exchange(
    { purpose: 'catalogue', method: 'GET', url, headers, timeoutMs, maxBytes, cookies: false },
    signal,
  );
  if (!answer.ok) {
    const networkError = answer.failure;
    return fail({ kind: 'unreachable', networkError, message: `campaign catalogue: ${networkError.message}` });
  }
  const { status, body } = answer.value;
  if (status !== 200) {
    const message = `campaign catalogue: expected HTTP 200, found ${status}; check the address in the settings`;
    return fail({ kind: 'refused', status, message });
  }
  const json = parseJson(body);
  if (json === undefined) {
    const message = 'campaign catalogue: expected JSON, found something else; check the address in the settings';
    return fail({ kind: 'notJson', message });
  }
  const read = readCatalogue(json);
  if (!read.ok) return fail({ kind: 'unexpectedShape', message: `campaign catalogue: ${read.failure}` });
  const { updatedAt } = read.value;
  return succeed({ ...read.value, stale: updatedAt !== null && clock.now() - updatedAt > staleAfterMs });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
