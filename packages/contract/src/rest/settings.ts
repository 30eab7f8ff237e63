import * as v from 'valibot';
import { saidView } from '../views/saying.ts';
import { settingsView } from '../views/settings.ts';
import { pageOf, pageParameters } from './page.ts';

/** What became of a change of settings. */
export const pushOutcome = v.object({
  keys: v.array(v.string()),
  /** `taken`: the miner said so; `saved`: it is in the file, and no miner had to be told; `notTaken`: `sentence` says why. */
  state: v.picklist(['taken', 'saved', 'notTaken']),
  sentence: v.string(),
  /** The same by its code. */
  said: v.exactOptional(saidView),
  /** Keys that take effect at the next start. */
  restartKeys: v.array(v.string()),
  warnings: v.array(v.string()),
});

/**
 * `{"changes": {…}}`, or the changes themselves; keys dotted (`"mining.mode"`) or nested as in the file. `null` asks for the
 * default, and `"[set]"` in a secret's place leaves it as it is.
 */
export const settingsBody = v.looseObject({ changes: v.exactOptional(v.record(v.string(), v.unknown())) });
export const settingsChangedAnswer = v.object({ outcome: pushOutcome, settings: settingsView });

export const settingKinds = ['boolean', 'number', 'choice', 'text', 'list', 'choiceList', 'choiceMap'] as const;

/** A setting as a form needs to know it before there is a value. */
export const settingField = v.object({
  key: v.string(),
  group: v.string(),
  /** Whose business it is. */
  owner: v.picklist(['miner', 'console']),
  kind: v.picklist(settingKinds),
  /** Null = anything that `expected` allows. */
  choices: v.nullable(v.array(v.string())),
  /** Null = no bound, or no number. */
  min: v.nullable(v.number()),
  max: v.nullable(v.number()),
  /** Of a text, in characters; of a list, in entries. */
  maxLength: v.nullable(v.number()),
  doc: v.string(),
  expected: v.string(),
  default: v.unknown(),
  env: v.string(),
  /** Without the dashes; null = none, because a list of processes would show it. */
  flag: v.nullable(v.string()),
  secret: v.boolean(),
  restart: v.boolean(),
});
export type SettingField = v.InferOutput<typeof settingField>;
export const settingsSchemaAnswer = v.object({ settings: v.array(settingField) });

export const settingsHistoryQuery = v.strictObject(pageParameters);
export const settingsHistoryAnswer = pageOf(
  v.object({
    seq: v.number(),
    at: v.number(),
    by: v.string(),
    /** What differed from the defaults, by key; secrets are left out. */
    values: v.record(v.string(), v.unknown()),
  }),
);

export const settingsImportBody = v.strictObject({
  /** The whole text of the file. */
  text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200_000)),
  /** Only say what would change. */
  dryRun: v.optional(v.boolean(), true),
});
export const settingsImportAnswer = v.object({
  /** Whose file it is: `dropwise`, `tdm`, `rangermix`. */
  from: v.string(),
  entries: v.array(v.object({ key: v.string(), before: v.unknown(), after: v.unknown() })),
  /** What of the file is left out or changed on the way, one sentence each. */
  notes: v.array(v.string()),
  /** The same by their codes. */
  notesSaid: v.exactOptional(saidView),
  /** Null = nothing was changed yet. */
  outcome: v.nullable(pushOutcome),
});

/** Settings that differ from the defaults, nested as in the file, without secrets. */
export const settingsExportAnswer = v.record(v.string(), v.unknown());

export const verifyProxyBody = v.strictObject({
  /** An address that is not saved yet; nothing or `"[set]"` = the saved one. */
  proxy: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
});
export const verifyProxyAnswer = v.object({
  works: v.boolean(),
  /** What was found, and what to do. Never the name or password. */
  sentence: v.string(),
  /** The same by its code. */
  said: v.exactOptional(saidView),
  /** What was tried, and what was not. */
  tested: v.string(),
  /** Until the proxy had answered; null = it did not. */
  latencyMs: v.nullable(v.number()),
});
export type ProxyReport = v.InferOutput<typeof verifyProxyAnswer>;
