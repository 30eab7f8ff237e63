import type { Problem, ProblemCode } from '@dropwise/contract';
import { ProblemError } from './problem-error.ts';

/** What is wrong with a request or with us, in the API's one shape of error, and the status that it is sent with. */
export function problemOf(error: unknown): { readonly status: number; readonly problem: Problem } {
  const found = error instanceof ProblemError ? error : knownError(error);
  return { status: found.statusCode, problem: found.toProblem() };
}

/** Fastify's own errors and those of its plugins have a status and a code. */
function knownError(error: unknown): ProblemError {
  const { code, statusCode, message } = asErrorLike(error);
  const known = sentences[code];
  if (known !== undefined) return new ProblemError(known[0], known[1]);
  if (statusCode === 429) return new ProblemError('tooMany', message);
  if (statusCode === 413) return new ProblemError('tooLarge', tooLarge);
  if (statusCode === 404) return new ProblemError('notFound', 'There is nothing at this address.');
  if (statusCode >= 400 && statusCode < 500) return new ProblemError('badRequest', badRequest);
  return new ProblemError('internal', 'Something went wrong here that nobody foresaw; the log has the details.');
}

const tooLarge = 'The body is larger than is taken here. Send less.';
const badRequest = 'The request cannot be understood. The API is described at api/docs.';

const sentences: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['tooLarge', tooLarge],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupportedMediaType',
    'Expected a body of JSON with the header "content-type: application/json", found another type.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'badRequest',
    'Expected a body of JSON, found something that is not, or that has a key such as "__proto__".',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    'badRequest',
    'Expected a body of JSON, found nothing. Send {} or leave out the content-type.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['badRequest', 'The body is not as long as the header content-length says.'],
  FST_ERR_BAD_URL: [
    'badRequest',
    'The address is not a valid one: a percent sign in it is not followed by two digits.',
  ],
  FST_ERR_MAX_PARAM_LENGTH: ['badRequest', 'A part of the address is longer than any name here.'],
};

interface ErrorLike {
  readonly code: string;
  readonly statusCode: number;
  readonly message: string;
}

function asErrorLike(error: unknown): ErrorLike {
  const { code, statusCode, message } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as Partial<ErrorLike>;
  return {
    code: typeof code === 'string' ? code : '',
    statusCode: typeof statusCode === 'number' ? statusCode : 500,
    message: typeof message === 'string' ? message : '',
  };
}
