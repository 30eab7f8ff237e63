import { fail, type Result } from '@dropwise/kit';

/** Why a text cannot be played by. The message names what was expected and found, no addresses. */
export interface LivePlaylistProblem {
  readonly class: LivePlaylistProblemClass;
  readonly message: string;
}

/** No playlist at all; a playlist that says what cannot be; more than a playlist may be. */
export type LivePlaylistProblemClass = 'parse' | 'semantic' | 'too_large';

export function liveProblem(
  problemClass: LivePlaylistProblemClass,
  expected: string,
  found: string,
): Result<never, LivePlaylistProblem> {
  return fail({ class: problemClass, message: `playlist: expected ${expected}, found ${found}` });
}
