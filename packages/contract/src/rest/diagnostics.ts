import * as v from 'valibot';

/** For a bug report: everything that helps, names and secrets masked. Free in its parts, because it is for people. */
export const diagnosticsView = v.object({
  kind: v.literal('diagnostics'),
  madeAt: v.number(),
  version: v.string(),
  parts: v.record(v.string(), v.unknown()),
});

export const updateView = v.object({
  version: v.string(),
  /** Whether the owner has turned on looking for updates. */
  checks: v.boolean(),
  checkedAt: v.nullable(v.number()),
  found: v.nullable(v.object({ version: v.string(), link: v.string() })),
  problem: v.nullable(v.string()),
});
