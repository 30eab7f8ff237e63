/** What the program's exit code says. Scripts and containers read it, so a number never changes its meaning. */
export const exitCodes = {
  /** It did what it was asked to do. */
  ok: 0,
  /** Something that nobody foresaw; the log has the details. */
  unexpectedFailure: 1,
  /** The command line does not fit; nothing was started. */
  badArguments: 2,
  /** Another miner holds the data directory. */
  directoryHeld: 3,
  /** The data directory cannot be used; the message has the command that mends it. */
  directoryUnusable: 4,
  /** Twitch refused the login, or a person has to act, where the command cannot wait for one. */
  personNeeded: 5,
  /** A run of the audience lab met a condition of its `--fail-if`. */
  runFailed: 6,
  /** The lab itself was too slow to be believed: whatever it measured, it measured itself. */
  generatorSaturated: 7,
  /** An origin did not consent, or this machine cannot hold the run: no viewer was there. */
  runRefused: 8,
  /** A run of the lab ended before its plan. */
  runPartial: 9,
  /** Interrupted a second time while it was shutting down: what was not on the disk yet is lost. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
