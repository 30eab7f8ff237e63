import { reasonLevels } from '@dropwise/core';
import * as v from 'valibot';

export const heldReasonView = v.object({
  /** A code of the miner's table of reasons, or of the console's own. */
  code: v.string(),
  level: v.picklist(reasonLevels),
  sentence: v.string(),
  todo: v.string(),
  /**
   * What stands for the words in braces of the table's sentence, for who says it in another language. Null = the sentence is
   * the source's own, not the table's.
   */
  detail: v.nullable(v.record(v.string(), v.string())),
  since: v.nullable(v.number()),
});
export type HeldReasonView = v.InferOutput<typeof heldReasonView>;

/** Is it really counting? One level, one sentence, then what else holds, worst first. */
export const healthView = v.object({ ...heldReasonView.entries, others: v.array(heldReasonView) });
export type HealthView = v.InferOutput<typeof healthView>;
