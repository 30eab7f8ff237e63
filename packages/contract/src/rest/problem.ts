import * as v from 'valibot';

/** The one shape of every error of the API. */
export const problemCodes = [
  'badRequest',
  'notSignedIn',
  'notAllowed',
  'wrongOrigin',
  'wrongHost',
  'notFound',
  'methodNotAllowed',
  'conflict',
  'tooLarge',
  'unsupportedMediaType',
  'tooMany',
  'minerNotRunning',
  'minerCannot',
  'minerRefused',
  'setupNeeded',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problem = v.object({
  error: v.object({
    /** Stable; what programs look at. */
    code: v.picklist(problemCodes),
    /** For a person: what was expected, what was found, what to do. */
    sentence: v.string(),
    /** Where in the request, such as `body.channelId`; null = nowhere in particular. */
    at: v.nullable(v.string()),
  }),
});
export type Problem = v.InferOutput<typeof problem>;

export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  badRequest: 400,
  notSignedIn: 401,
  notAllowed: 403,
  wrongOrigin: 403,
  wrongHost: 421,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  tooMany: 429,
  minerNotRunning: 503,
  minerCannot: 501,
  minerRefused: 502,
  setupNeeded: 403,
  unavailable: 503,
  internal: 500,
};
