import type { Failure } from './failure.ts';
import { exchangeFailure, failure } from './socket-failure.ts';

/** Carries a failure of ours through undici and back. */
export class WireError extends Error {
  readonly failure: Failure;

  constructor(cause: Failure) {
    super(cause.message);
    this.failure = cause;
  }
}

/** Which class undici's error is. */
export function undiciFailure(error: Error, hasHead: boolean): Failure {
  if (error instanceof WireError) return error.failure;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  switch (code) {
    case 'UND_ERR_HEADERS_OVERFLOW':
    case 'HPE_HEADER_OVERFLOW':
      return failure('too_large', 'the head of the answer is longer than 32 KB');
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return hasHead
        ? failure('truncated', 'the body is shorter than its Content-Length')
        : failure('parse', 'the answer contradicts itself about its length');
    case 'UND_ERR_SOCKET':
      return hasHead
        ? failure('truncated', 'the connection closed before the body was whole')
        : failure('reset', 'the connection closed before an answer');
    default:
      return code.startsWith('HPE_') || error.name === 'HTTPParserError'
        ? failure('parse', `the answer is not HTTP (${code})`)
        : exchangeFailure(error);
  }
}
