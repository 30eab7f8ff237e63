import type { reasonsAnswer } from '@dropwise/contract';
import type * as v from 'valibot';

export type ReasonsAnswer = v.InferOutput<typeof reasonsAnswer>;
export type ReasonRow = ReasonsAnswer['reasons'][number];

/** A reason with its sentences in the language of the page. */
export interface ReasonWords {
  readonly row: ReasonRow;
  readonly sentence: string;
  readonly todo: string;
  readonly stillWorks: string;
}

/** What fits, worst first, so that what calls for a person stands on top. `level` empty = all. */
export function findReasons(
  reasons: readonly ReasonWords[],
  levels: readonly string[],
  filter: { readonly query: string; readonly level: string },
): readonly ReasonWords[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return reasons
    .filter(({ row, sentence, todo, stillWorks }) => {
      const text = `${row.code} ${sentence} ${todo} ${stillWorks}`.toLowerCase();
      return (filter.level === '' || row.level === filter.level) && words.every((word) => text.includes(word));
    })
    .sort((a, b) => levels.indexOf(b.row.level) - levels.indexOf(a.row.level));
}
