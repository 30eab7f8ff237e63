/** What went wrong, in a sentence: those of the API are made for people. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
