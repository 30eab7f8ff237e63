import { fail, type NetworkError, type Result, type StopSignal, succeed } from '@dropwise/kit';
import type { Exchange } from '../http/exchange.ts';

/** Where a broadcast's watch events go, best first. */
export type WatchUrls = readonly [string, ...string[]];

export type DiscoveryFailure =
  | { readonly kind: 'unreachable'; readonly networkError: NetworkError }
  | { readonly kind: 'notFound'; readonly reason: string; readonly status: number };

const keyForms = [
  /"(?:spade_?url)"\s*:\s*"(https?:[^"]{1,300})"/i,
  /"(?:beacon_?url)"\s*:\s*"(https?:[^"]{1,300})"/i,
] as const;
const settingsForm = /src="(https?:\/\/[\w.:-]+\/config\/settings\.[0-9a-f]{32}\.js)"/;

/**
 * Looks for both keys, first in the channel page, then in the settings script that it names. Plain http is taken
 * only from a page that came over plain http: a local Twitch. Protocol 5.1.
 */
export async function discoverWatchUrls(
  exchange: Exchange,
  pageUrl: string,
  signal?: StopSignal,
): Promise<Result<WatchUrls, DiscoveryFailure>> {
  const allowsHttp = pageUrl.startsWith('http:');
  const page = await exchange({ purpose: 'channelPage', method: 'GET', url: pageUrl }, signal);
  if (!page.ok) return fail({ kind: 'unreachable', networkError: page.failure });
  const { status, body } = page.value;
  if (status !== 200) return notFound(`the channel page answered HTTP ${status}`, status);
  const inPage = watchUrlsIn(body, allowsHttp);
  if (inPage !== null) return succeed(inPage);

  const settingsUrl = settingsForm.exec(body)?.[1];
  if (settingsUrl === undefined || !isAllowed(settingsUrl, allowsHttp)) {
    return notFound('the channel page names neither a watch address nor a settings script', status);
  }
  const script = await exchange({ purpose: 'settingsScript', method: 'GET', url: settingsUrl }, signal);
  if (!script.ok) return fail({ kind: 'unreachable', networkError: script.failure });
  const inScript = script.value.status === 200 ? watchUrlsIn(script.value.body, allowsHttp) : null;
  if (inScript !== null) return succeed(inScript);
  return notFound(`the settings script (HTTP ${script.value.status}) names no watch address`, script.value.status);
}

/** Watch addresses in a text, `spade_url` before `beacon_url`; null for none. */
export function watchUrlsIn(text: string, allowsHttp: boolean): WatchUrls | null {
  const found = keyForms
    .map((form) => form.exec(text)?.[1]?.replaceAll('\\/', '/').replaceAll('\\u002F', '/'))
    .filter((url) => url !== undefined)
    .filter((url) => isAllowed(url, allowsHttp));
  const [first, ...others] = new Set(found);
  return first === undefined ? null : [first, ...others];
}

function isAllowed(url: string, allowsHttp: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'https:' || (allowsHttp && protocol === 'http:');
}

function notFound(reason: string, status: number): Result<never, DiscoveryFailure> {
  return fail({ kind: 'notFound', reason, status });
}
