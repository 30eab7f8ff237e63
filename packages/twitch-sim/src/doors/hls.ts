import { signPlayback } from '../behaviors/playback-token.ts';
import type { HlsSession } from '../world/hls-sessions.ts';
import { emptyAnswer, jsonAnswer, type SimAnswer, type SimRequest } from './exchange.ts';
import { originsFor } from './origins.ts';
import type { Service } from './service.ts';

const segmentSeconds = 4;
/** 40 s of stream: a poll every 20 s sees every segment. */
const windowSegments = 10;

const variants = [
  { name: 'chunked', bandwidth: 8_534_030, resolution: '1920x1080', codecs: 'avc1.64002A,mp4a.40.2' },
  { name: '480p30', bandwidth: 1_427_999, resolution: '852x480', codecs: 'avc1.4D401F,mp4a.40.2' },
  { name: '160p30', bandwidth: 230_000, resolution: '284x160', codecs: 'avc1.4D400C,mp4a.40.2' },
] as const;

const playlistType = 'application/vnd.apple.mpegurl';

/** The multivariant playlist for a signed token. Protocol 5.6, 5.8. */
export function answerMultivariant(service: Service, request: SimRequest): SimAnswer {
  const login = request.path.slice(request.path.lastIndexOf('/') + 1, -'.m3u8'.length);
  const value = request.query.get('token') ?? '';
  const claims = playbackClaims(value);
  if (claims === null || request.query.get('sig') !== signPlayback(value) || claims.channel !== login) {
    service.tally.count('refusals', 'hls: bad playback token');
    return refuseStream(403, 'unauthorized_entitlements', 'the playback token is not valid for this channel');
  }
  if (claims.expires * 1000 <= service.clock.now())
    return refuseStream(403, 'nauth_token_expired', 'the playback token has expired');
  const channel = service.world.channels.findByLogin(login);
  const stream = channel === undefined ? null : service.world.channels.streamOf(channel.definition.id);
  if (channel === undefined || stream === null)
    return refuseStream(404, 'transcode_does_not_exist', 'the channel is offline');
  const userId = String(claims.user_id) === service.world.userId ? service.world.userId : null;
  const session = service.hlsSessions.open(channel.definition.id, stream.broadcastId, userId);
  const { hls } = originsFor(request.scheme, request.host);
  const lines = variants.flatMap(({ name, bandwidth, resolution, codecs }) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${resolution},CODECS="${codecs}"`,
    `${hls}/v1/playlist/${session.id}/${name}.m3u8`,
  ]);
  return playlist(['#EXTM3U', ...lines]);
}

/** The live window of one variant. 404 once the broadcast is over. */
export function answerMediaPlaylist(service: Service, request: SimRequest): SimAnswer {
  const session = service.hlsSessions.find(request.path.split('/')[3] ?? '');
  if (session === undefined) return emptyAnswer(403);
  const first = firstSegment(service, session);
  if (first === null) return emptyAnswer(404);
  const { hls } = originsFor(request.scheme, request.host);
  const segments = Array.from({ length: windowSegments }, (_, index) => [
    `#EXTINF:${segmentSeconds.toFixed(3)},live`,
    `${hls}/v1/segment/${session.id}/${first + index}.ts`,
  ]);
  return playlist([
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    `#EXT-X-TARGETDURATION:${segmentSeconds}`,
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    ...segments.flat(),
  ]);
}

/** A segment of the window; asking for one that was not asked for before is a sign of watching. */
export function answerSegment(service: Service, request: SimRequest): SimAnswer {
  const [, , , sessionId = '', file = ''] = request.path.split('/');
  const session = service.hlsSessions.find(sessionId);
  if (session === undefined) return emptyAnswer(403);
  const first = firstSegment(service, session);
  const segment = Number.parseInt(file, 10);
  if (first === null || !(segment >= first - windowSegments && segment < first + windowSegments))
    return emptyAnswer(404);
  if (service.hlsSessions.see(session, segment) && session.userId !== null) {
    const { channelId, broadcastId } = session;
    service.tally.count(
      'watch',
      service.world.crediting.watch({ transport: 'hls', channelId, broadcastId, gameId: null }),
    );
    service.tally.count('watch', 'by hls');
  }
  return {
    kind: 'answer',
    status: 200,
    contentType: 'video/mp2t',
    body: request.method === 'HEAD' ? '' : 'simulated segment',
  };
}

/** Null when the session's broadcast is over. */
function firstSegment(service: Service, session: HlsSession): number | null {
  const stream = service.world.channels.streamOf(session.channelId);
  if (stream === null || stream.broadcastId !== session.broadcastId) return null;
  return Math.floor((service.clock.now() - stream.startedAt) / (segmentSeconds * 1000));
}

function playbackClaims(value: string): { channel: string; expires: number; user_id: unknown } | null {
  try {
    const { channel, expires, user_id } = JSON.parse(value) as Readonly<Record<string, unknown>>;
    return typeof channel === 'string' && typeof expires === 'number' ? { channel, expires, user_id } : null;
  } catch {
    return null;
  }
}

function refuseStream(status: number, code: string, error: string): SimAnswer {
  return jsonAnswer(status, [{ error, error_code: code, type: 'error' }]);
}

function playlist(lines: readonly string[]): SimAnswer {
  return { kind: 'answer', status: 200, contentType: playlistType, body: `${lines.join('\n')}\n` };
}
