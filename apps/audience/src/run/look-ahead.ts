import type { MultivariantPlaylist } from '@dropwise/hls';
import { parseAnyPlaylist } from '@dropwise/hls/live';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { ConsentOffice } from '../consent/consent-office.ts';
import { inflatePlaylist } from '../viewer/inflate-playlist.ts';
import { createLadder } from '../viewer/rendition.ts';
import { playlistResource, type Resource, redirectedResource } from '../viewer/resource.ts';
import type { ByteMeter, Route, Transport } from '../wire/transport.ts';
import { type FetchedText, fetchText } from './fetch-text.ts';

/** What the stream says of itself before anybody watches it. */
export interface StreamOutlook {
  /** As viewers name them. Empty: the address is of one rendition, whose bandwidth nobody declares. */
  readonly renditions: readonly { readonly name: string; readonly bandwidth: number | null }[];
  /** Bits a second of the best rendition; null = not declared. */
  readonly topBandwidth: number | null;
  /** Sound is in playlists of its own, which viewers do not fetch. */
  readonly separateAudio: boolean;
}

export interface LookAheadDeps {
  readonly office: ConsentOffice;
  readonly transport: Transport;
  readonly meter: ByteMeter;
}

const maxRedirects = 5;

/** Reads the first playlist once, directly, within consent: what is no stream is found before processes begin. */
export async function lookAhead(url: string, deps: LookAheadDeps): Promise<Result<StreamOutlook, string>> {
  let resource = playlistResource(url);
  for (let redirects = 0; resource !== null; redirects++) {
    const fetched = await fetchWithinConsent(resource, deps);
    if (!fetched.ok) return fetched;
    const { head, body } = fetched.value;
    if (head.status < 300 || head.status >= 400) return readOutlook(resource, head, body);
    if (redirects >= maxRedirects) return fail(`${resource.uri} must answer within ${maxRedirects} redirects.`);
    const next: Resource | null = redirectedResource(resource, head.location ?? '');
    if (next !== null && resource.url.protocol === 'https:' && next.url.protocol !== 'https:') {
      return fail(`${resource.uri} redirects from https to http, which is not followed.`);
    }
    resource = next;
  }
  return fail('The address must be http or https, of a playlist.');
}

type Answered = Extract<FetchedText, { kind: 'text' }>;

async function fetchWithinConsent(resource: Resource, deps: LookAheadDeps): Promise<Result<Answered, string>> {
  const granted = await deps.office.check(resource.url, false);
  if (!granted.ok) return granted;
  const { authority, addresses, by } = granted.value;
  const route: Route = { authority, addresses, proxy: null, loopbackOnly: by === 'loopback' };
  const fetched = await fetchText(deps.transport, deps.meter, route, resource.request);
  if (fetched.kind === 'text') return succeed(fetched);
  return fail(`${resource.uri} could not be read: ${fetched.failure.message} (${fetched.failure.class})`);
}

function readOutlook(resource: Resource, head: Answered['head'], body: Buffer): Result<StreamOutlook, string> {
  if (head.status !== 200) return fail(`${resource.uri} must answer 200, found ${head.status}.`);
  const isCompressed = head.contentEncoding?.trim().toLowerCase() === 'gzip';
  const inflated = isCompressed ? inflatePlaylist(body) : succeed(body);
  if (!inflated.ok) return fail(`${resource.uri}: ${inflated.failure.message}`);
  const parsed = parseAnyPlaylist(inflated.value.toString('utf8'), resource.uri);
  if (!parsed.ok) return fail(`${resource.uri} is no playlist of a stream: ${parsed.failure.message}.`);
  return succeed(
    parsed.value.kind === 'media'
      ? { renditions: [], topBandwidth: null, separateAudio: false }
      : outlookOf(parsed.value.playlist, parsed.value.separateAudio),
  );
}

function outlookOf({ variants }: MultivariantPlaylist, separateAudio: boolean): StreamOutlook {
  const bandwidths = variants.map(({ bandwidth }) => bandwidth);
  return {
    renditions: createLadder(variants).renditions.map(({ name, bandwidth }) => ({ name, bandwidth })),
    topBandwidth: bandwidths.length === 0 ? null : Math.max(...bandwidths),
    separateAudio,
  };
}
