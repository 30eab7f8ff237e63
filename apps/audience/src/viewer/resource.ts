import type { ByteRange } from '@dropwise/hls/live';
import type { OutgoingRequest, RequestLimits } from '../wire/transport.ts';

/** Something to be fetched, with its request built once for all viewers of the shard. */
export interface Resource {
  /** Absolute, http or https, without a fragment. */
  readonly uri: string;
  readonly url: URL;
  readonly request: OutgoingRequest;
}

/** How long a server may take: hls.js's defaults. */
export const playlistLimits: RequestLimits = {
  connectMs: 10_000,
  firstByteMs: 10_000,
  totalMs: 20_000,
  maxBytes: 4_000_000,
};
const segmentTimes = { connectMs: 10_000, firstByteMs: 10_000, totalMs: 120_000 };
/** A key has 16 bytes. */
export const keyLimits: RequestLimits = { ...playlistLimits, maxBytes: 64_000 };

const smallestSegmentCapBytes = 8_000_000;
/** Where no bandwidth is declared. */
const unknownBitrateCapBytes = 64_000_000;
/** So many times what was declared is no longer a segment of that rendition. */
const bitrateTolerance = 10;

export function segmentLimits(bandwidth: number | null, durationSeconds: number): RequestLimits {
  if (bandwidth === null) return { ...segmentTimes, maxBytes: unknownBitrateCapBytes };
  const declaredBytes = (bandwidth / 8) * durationSeconds;
  return { ...segmentTimes, maxBytes: Math.max(smallestSegmentCapBytes, Math.ceil(declaredBytes * bitrateTolerance)) };
}

export function playlistResource(uri: string): Resource | null {
  return createResource(uri, null, true, playlistLimits);
}

export function mediaResource(uri: string, range: ByteRange | null, limits: RequestLimits): Resource | null {
  return createResource(uri, range, false, limits);
}

/** The same request for another place: what a redirect asks for. Null = no http address. */
export function redirectedResource(from: Resource, location: string): Resource | null {
  const { range, mayCompress, extraHeaders, limits } = from.request;
  const to = createResource(URL.parse(location, from.uri)?.href ?? '', range, mayCompress, limits);
  return to === null ? null : withExtraHeaders(to, extraHeaders);
}

/** @param extraHeaders '' = none: the resource itself. */
export function withExtraHeaders(resource: Resource, extraHeaders: string): Resource {
  if (extraHeaders === '') return resource;
  return { ...resource, request: { ...resource.request, extraHeaders } };
}

function createResource(
  uri: string,
  range: ByteRange | null,
  mayCompress: boolean,
  limits: RequestLimits,
): Resource | null {
  const url = URL.parse(uri);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  const request = { path: url.pathname + url.search, range, mayCompress, extraHeaders: '', limits };
  return { uri: url.href, url, request };
}
