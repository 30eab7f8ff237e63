import { fail, type Result } from '@dropwise/kit';

/** Why a text is not the playlist that was expected. The message names what was expected and found, no addresses. */
export interface PlaylistProblem {
  readonly message: string;
}

export function playlistProblem(expected: string, found: string): Result<never, PlaylistProblem> {
  return fail({ message: `playlist: expected ${expected}, found ${found}` });
}
