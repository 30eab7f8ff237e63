import * as v from 'valibot';
import { saidView } from '../views/saying.ts';

export const childSettingView = v.object({
  /** The miner's own name for it. */
  name: v.string(),
  /** A secret is `null` when empty and `"[set]"` otherwise. */
  value: v.unknown(),
  /** What fits; null = it is not known here, and left as it is. */
  expected: v.nullable(v.string()),
  secret: v.boolean(),
});

/** `GET /api/children/:id/settings`: the settings of another miner, in its own words. */
export const childSettingsAnswer = v.object({
  peer: v.picklist(['tdm', 'rangermix']),
  file: v.string(),
  settings: v.array(childSettingView),
  /** How a change would be brought to it now. */
  push: v.string(),
  /** The same by its code. */
  pushSaid: v.exactOptional(saidView),
});
export type ChildSettingsAnswer = v.InferOutput<typeof childSettingsAnswer>;

export const childSettingsBody = v.strictObject({
  changes: v.record(v.pipe(v.string(), v.maxLength(100)), v.unknown()),
});

export const childSettingsOutcome = v.object({
  state: v.picklist(['taken', 'saved', 'notTaken']),
  sentence: v.string(),
  /** The same by its code. */
  said: v.exactOptional(saidView),
  keys: v.array(v.string()),
});
export type ChildSettingsOutcome = v.InferOutput<typeof childSettingsOutcome>;
