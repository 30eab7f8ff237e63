import type { ProblemCode } from '@dropwise/contract';

/** Why a call of the API did not work. `offline`: nobody answered. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode | 'offline';
  readonly at: string | null;

  constructor(code: ProblemCode | 'offline', sentence: string, at: string | null = null) {
    super(sentence);
    this.code = code;
    this.at = at;
  }
}
