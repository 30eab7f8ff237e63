import { receiveWatchEvents } from '../behaviors/watch-events.ts';
import { emptyAnswer, type SimAnswer, type SimRequest } from './exchange.ts';
import type { Service } from './service.ts';

/**
 * Takes watch events: 204 whatever they count for, 400 when they cannot be read. Besides the form field `data`, a
 * bare base64 body of type text/plain is taken, as one app sends it. Protocol 5.2, 5.3.
 */
export function answerTrack(service: Service, request: SimRequest): SimAnswer {
  const isPlain = request.headers['content-type']?.startsWith('text/plain') === true;
  const encoded = isPlain ? request.body : new URLSearchParams(request.body).get('data');
  const json = encoded === null || encoded === '' ? null : decodeBase64(encoded);
  const outcome = json === null ? null : receiveWatchEvents(service.world, service.tally, 'spade', json);
  if (outcome !== null) return emptyAnswer(204);
  service.tally.count('refusals', 'track: unreadable event');
  return emptyAnswer(400);
}

/** Standard alphabet; a plus that a form encoder left alone arrives as a space. */
function decodeBase64(text: string): string | null {
  const standard = text.replaceAll(' ', '+').trim();
  return /^[A-Za-z0-9+/]+={0,2}$/.test(standard) ? Buffer.from(standard, 'base64').toString('utf8') : null;
}
