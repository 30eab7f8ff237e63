import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '../problem-error.ts';
import type { PeerRequest } from './peer.ts';

const maxUrlLength = 4_096;
/** Far below the 2,000 after which Node drops what follows, and among that might be a proxy's own headers. */
const maxHeaders = 100;

/** Refuses requests that no honest client sends, before anything is made of them. */
export function checkForm(url: string, { headers, rawHeaders = [] }: PeerRequest): ProblemError | null {
  if (url.length > maxUrlLength) {
    return new ProblemError(
      'tooLarge',
      `An address here has at most ${maxUrlLength} characters, and this one has more.`,
    );
  }
  // `GET http://other/ HTTP/1.1` would name a second host beside the Host header.
  if (!url.startsWith('/')) return new ProblemError('badRequest', 'The path of a request begins with a slash.');
  if (rawHeaders.length / 2 > maxHeaders) {
    return new ProblemError('tooLarge', `A request here has at most ${maxHeaders} headers, and this one has more.`);
  }
  const hostCount = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hostCount > 1) return new ProblemError('badRequest', 'A request names its host once, and this one did twice.');
  return headers['content-length'] !== undefined && headers['transfer-encoding'] !== undefined
    ? new ProblemError('badRequest', 'A request gives Content-Length or Transfer-Encoding, not both.')
    : null;
}

/** What an HTML form of any site can send without being asked: refused whatever parsers there are. */
const formTypes = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i;

export function checkContentType(headers: IncomingHttpHeaders): ProblemError | null {
  if (!formTypes.test(headers['content-type'] ?? '')) return null;
  return new ProblemError(
    'unsupportedMediaType',
    'Expected a body of JSON with the header "content-type: application/json", found the type of a form.',
    'headers.content-type',
  );
}
