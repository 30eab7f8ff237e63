import { reasonLevels } from '@dropwise/core';
import * as v from 'valibot';

/** `GET /healthz`: this process answers. */
export const aliveAnswer = v.object({ alive: v.literal(true) });

/** `GET /readyz`: codes and levels only, for it is public. `api/reasons` says what they mean. */
export const readyAnswer = v.object({
  ready: v.boolean(),
  level: v.picklist(reasonLevels),
  /** Worst first. */
  codes: v.array(v.string()),
});
export type ReadyAnswer = v.InferOutput<typeof readyAnswer>;
