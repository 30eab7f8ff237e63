import { gzipSync } from 'node:zlib';
import { type Broadcast, type BroadcastRendition, partsBy, segmentsBy } from './broadcast.ts';
import { formatMedia, formatMultivariant } from './format-broadcast.ts';

export interface OriginRequest {
  /** `host:port` as asked. */
  readonly host: string;
  readonly url: URL;
  readonly path: string;
  /** Both ends included; null = whole. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** 0 for the first request of the run. */
  readonly number: number;
}

export interface OriginAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Made when it is sent, not when it is asked for: what a blocking reload waits for. */
  readonly body: () => Buffer;
  /** Until the first byte; Infinity = never. */
  readonly delayMs: number;
  /** Infinity = at once. */
  readonly bytesPerSecond: number;
  /** After so many body bytes the connection is closed; null = never. */
  readonly closeAfterBytes: number | null;
}

/** Looked at before the broadcast itself, the newest first; null = not this one's matter. */
export type OriginRule = (request: OriginRequest, origin: OriginScript) => OriginAnswer | null;

/** What an origin answers, whatever carries it: a pure matter of the broadcast, the time and the test's rules. */
export interface OriginScript {
  readonly broadcast: Broadcast;
  readonly rules: OriginRule[];
  /** Every path asked for, in order, with its query. */
  readonly asked: string[];
  /** Nothing is answered before then. */
  frozenUntilMs: number;
  /** Playlists stay as they were then; null = they go on. */
  playlistsStuckAtMs: number | null;
  /** Of every answer, on top of its own. */
  latencyMs: number;
  bytesPerSecond: number;
  gzip: boolean;
  answer(host: string, target: string, range: string | null): OriginAnswer;
}

export function createOriginScript(broadcast: Broadcast, nowMs: () => number): OriginScript {
  const script: OriginScript = {
    broadcast,
    rules: [],
    asked: [],
    frozenUntilMs: 0,
    playlistsStuckAtMs: null,
    latencyMs: 0,
    bytesPerSecond: Infinity,
    gzip: false,
    answer(host, target, range) {
      const url = new URL(target, `http://${host}`);
      const request = { host, url, path: url.pathname, range: parseRange(range), number: script.asked.length };
      script.asked.push(target);
      const ruled = script.rules
        .toReversed()
        .reduce<OriginAnswer | null>((found, rule) => found ?? rule(request, script), null);
      const answer = ruled ?? answerFromBroadcast(script, request, nowMs);
      const thawMs = Math.max(0, script.frozenUntilMs - nowMs());
      const bytesPerSecond = Math.min(answer.bytesPerSecond, script.bytesPerSecond);
      return { ...answer, delayMs: Math.max(thawMs, answer.delayMs + script.latencyMs), bytesPerSecond };
    },
  };
  return script;
}

export function answerWith(
  status: number,
  body: string | Buffer | (() => string | Buffer) = '',
  changes: Partial<OriginAnswer> = {},
): OriginAnswer {
  const made = typeof body === 'function' ? body : () => body;
  return {
    status,
    headers: {},
    body: () => bytesOf(made()),
    delayMs: 0,
    bytesPerSecond: Infinity,
    closeAfterBytes: null,
    ...changes,
  };
}

/** The ordinary answer, for a rule that changes a little of it. */
export function answerFromBroadcast(script: OriginScript, request: OriginRequest, nowMs: () => number): OriginAnswer {
  const { broadcast } = script;
  const playlistNowMs = (): number => script.playlistsStuckAtMs ?? nowMs();
  if (request.path === '/live/index.m3u8') return playlistAnswer(script, () => formatMultivariant(broadcast, () => ''));
  const [, name, file] = /^\/live\/([^/]+)\/([^/]+)$/.exec(request.path) ?? [];
  const rendition = broadcast.renditions.find((each) => each.name === name);
  if (rendition === undefined || file === undefined) return answerWith(404, 'not here');
  if (file === 'index.m3u8') return mediaPlaylistAnswer(script, rendition, request, playlistNowMs);
  if (file === 'key.bin') return answerWith(200, Buffer.alloc(16, 7));
  if (file === 'init.mp4') return answerWith(200, Buffer.alloc(800, 1));
  return mediaAnswer(broadcast, rendition, file, request, nowMs);
}

function mediaPlaylistAnswer(
  script: OriginScript,
  rendition: BroadcastRendition,
  request: OriginRequest,
  nowMs: () => number,
): OriginAnswer {
  const { broadcast } = script;
  const skip = request.url.searchParams.get('_HLS_skip') === 'YES';
  const answer = playlistAnswer(script, () => formatMedia(broadcast, rendition, nowMs(), skip));
  const msn = request.url.searchParams.get('_HLS_msn');
  if (msn === null || broadcast.lowLatency?.canBlockReload !== true) return answer;
  const part = request.url.searchParams.get('_HLS_part');
  return {
    ...answer,
    delayMs: Math.max(0, availableAtMs(broadcast, Number(msn), part === null ? null : Number(part)) - nowMs()),
  };
}

/** When that segment, or that part of it, is whole. */
function availableAtMs(broadcast: Broadcast, segment: number, part: number | null): number {
  const segmentMs = broadcast.segmentSeconds * 1000;
  if (part === null) return broadcast.startMs + (segment + 1) * segmentMs;
  const partMs = segmentMs / (broadcast.lowLatency?.partsPerSegment ?? 1);
  return broadcast.startMs + segment * segmentMs + (part + 1) * partMs;
}

function mediaAnswer(
  broadcast: Broadcast,
  rendition: BroadcastRendition,
  file: string,
  request: OriginRequest,
  nowMs: () => number,
): OriginAnswer {
  const headers = { 'content-type': 'video/mp2t' };
  if (file === 'all.ts') return rangeAnswer(request, segmentsBy(broadcast, nowMs()) * rendition.segmentBytes, headers);
  const [, segmentText, partText] = /^seg(\d+)(?:\.part(\d+))?\.ts$/.exec(file) ?? [];
  if (segmentText === undefined) return answerWith(404);
  const segment = Number(segmentText);
  const made = segmentsBy(broadcast, nowMs());
  const isMade = segment < made || (segment === made && Number(partText ?? Infinity) < partsBy(broadcast, nowMs()));
  if (!isMade || broadcast.gaps.has(segment)) return answerWith(404);
  const parts = partText === undefined ? 1 : (broadcast.lowLatency?.partsPerSegment ?? 1);
  return answerWith(200, () => mediaBytes(Math.ceil(rendition.segmentBytes / parts)), { headers });
}

function rangeAnswer(
  request: OriginRequest,
  totalBytes: number,
  headers: Readonly<Record<string, string>>,
): OriginAnswer {
  const { range } = request;
  if (range === null) return answerWith(200, () => mediaBytes(totalBytes), { headers });
  if (range.to >= totalBytes) return answerWith(416);
  const contentRange = `bytes ${range.from}-${range.to}/${totalBytes}`;
  return answerWith(206, () => mediaBytes(range.to - range.from + 1), {
    headers: { ...headers, 'content-range': contentRange },
  });
}

function playlistAnswer(script: OriginScript, text: () => string): OriginAnswer {
  const type = { 'content-type': 'application/vnd.apple.mpegurl' };
  if (!script.gzip) return answerWith(200, text, { headers: type });
  return answerWith(200, () => gzipSync(text()), { headers: { ...type, 'content-encoding': 'gzip' } });
}

let media = Buffer.alloc(0);

/** What is in it matters to nobody: a viewer does not decode. */
function mediaBytes(length: number): Buffer {
  if (media.length < length) media = Buffer.alloc(length, 0x47);
  return media.subarray(0, length);
}

function parseRange(range: string | null): OriginRequest['range'] {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  return from === undefined || to === undefined ? null : { from: Number(from), to: Number(to) };
}

function bytesOf(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

/** A rule that answers one path, or all that match. */
export function whenAsked(path: string | RegExp, answer: OriginAnswer): OriginRule {
  return (request) => ((typeof path === 'string' ? path === request.path : path.test(request.path)) ? answer : null);
}
