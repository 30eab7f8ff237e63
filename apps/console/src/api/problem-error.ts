import { type Problem, type ProblemCode, problemStatus } from '@dropwise/contract';

/** Ends a request with the API's one shape of error. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly at: string | null;
  /** Fastify writes to it. */
  statusCode: number;

  /** `sentence`: what was expected, what was found, what to do. */
  constructor(code: ProblemCode, sentence: string, at: string | null = null) {
    super(sentence);
    this.code = code;
    this.at = at;
    this.statusCode = problemStatus[code];
  }

  toProblem(): Problem {
    return { error: { code: this.code, sentence: this.message, at: this.at } };
  }
}
