import { reasonLevels } from '@dropwise/core';
import * as v from 'valibot';
import { saidView } from './saying.ts';

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
  /** `detail.detail` by its codes, where it is sentences itself. */
  detailSaid: v.exactOptional(saidView),
  /** Sentence and todo by their codes, where they are not the table's. */
  said: v.exactOptional(saidView),
  todoSaid: v.exactOptional(saidView),
  since: v.nullable(v.number()),
});
export type HeldReasonView = v.InferOutput<typeof heldReasonView>;

/** Is it really counting? One level, one sentence, then what else holds, worst first. */
export const healthView = v.object({ ...heldReasonView.entries, others: v.array(heldReasonView) });
export type HealthView = v.InferOutput<typeof healthView>;
