import * as v from 'valibot';

/** A sentence, and what says it in another language. */
export const sayingView = v.object({
  /** Stable; null = the words are somebody else's and stay as they are. */
  code: v.nullable(v.string()),
  /** What the sentence names. `cause` is a code itself; numbers named `…Minutes` are a span. */
  values: v.record(v.string(), v.union([v.string(), v.number()])),
  sentence: v.string(),
});
export type SayingView = v.InferOutput<typeof sayingView>;

/** Sentences that follow each other. Beside a text they say the same as it; absent = it has no codes. */
export const saidView = v.array(sayingView);
