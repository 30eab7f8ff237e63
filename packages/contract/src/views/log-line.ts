import * as v from 'valibot';

export const lineLevels = ['error', 'warning', 'info', 'detail', 'debug', 'trace'] as const;
export type LineLevel = (typeof lineLevels)[number];

/** A line of a program's log. The text is untrusted: it may hold what Twitch or a stranger wrote. */
export const logLine = v.object({
  at: v.number(),
  childId: v.string(),
  level: v.picklist(lineLevels),
  /** Which part of the program, or which stream: `stdout`, `stderr`, `log.txt`, `gql`. */
  source: v.string(),
  text: v.string(),
});
export type LogLine = v.InferOutput<typeof logLine>;

/** A line that is kept: `seq` grows by the order of storing. */
export const storedLine = v.object({ seq: v.number(), ...logLine.entries });
export type StoredLine = v.InferOutput<typeof storedLine>;
