import * as v from 'valibot';
import { saidView } from './saying.ts';

/** One setting with everything a form needs. */
export const settingView = v.object({
  key: v.string(),
  group: v.string(),
  /** For a secret: `null` when empty, `"[set]"` otherwise; never the value. */
  value: v.unknown(),
  default: v.unknown(),
  origin: v.picklist(['default', 'file', 'environment', 'flag']),
  env: v.string(),
  doc: v.string(),
  expected: v.string(),
  secret: v.boolean(),
  restart: v.boolean(),
});
export type SettingView = v.InferOutput<typeof settingView>;

export const settingsView = v.object({
  settings: v.array(settingView),
  /** What in file, environment or flags was not taken, one sentence each. */
  problems: v.array(v.string()),
  /** The same by their codes. */
  problemsSaid: v.exactOptional(saidView),
  /** What is valid but cannot work. */
  warnings: v.array(v.string()),
  /** Changes with every change of a value. */
  revision: v.number(),
});
export type SettingsView = v.InferOutput<typeof settingsView>;
