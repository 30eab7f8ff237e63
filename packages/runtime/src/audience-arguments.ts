/** What the command line asks of the audience lab: `dropwise audience` makes it, the lab takes it. */
export interface AudienceArguments {
  /** What is no flag: an address and a number of viewers. Not checked yet. */
  readonly words: readonly string[];
  /** Flag name → values as given, in their order; '' for a flag that takes none. Values are not checked yet. */
  readonly flags: Readonly<Record<string, readonly string[]>>;
  /** How many `-v`: 0 to 4. */
  readonly verbose: number;
  readonly quiet: boolean;
  /** `--data-dir` as given; relative to the working folder. */
  readonly dataDir: string | undefined;
  /** stdout carries events as JSON lines and nothing else, stdin takes commands. */
  readonly jsonEvents: boolean;
  readonly version: string;
}

/** What is asked for with `dropwise audience keygen`. */
export interface AudienceKeygenArguments {
  readonly dataDir: string | undefined;
  /** Puts a key that is there aside, and makes another. */
  readonly replace: boolean;
  /** As given, not checked yet; undefined = an example is shown. */
  readonly maxViewers: string | undefined;
  readonly maxMbps: string | undefined;
  readonly paths: readonly string[];
  readonly notAfter: string | undefined;
  /** Print one JSON object. */
  readonly json: boolean;
}

/** What is asked for with `dropwise audience compare`: each the name of a run that is kept, a file, or its folder. */
export interface AudienceCompareArguments {
  readonly before: string;
  readonly after: string;
  readonly dataDir: string | undefined;
}

/** What is asked for with `dropwise audience merge`. */
export interface AudienceMergeArguments {
  /** Reports of the parts of one run. */
  readonly files: readonly string[];
  /** Where the whole goes as JSON; undefined = stdout. */
  readonly out: string | undefined;
  readonly html: string | undefined;
  readonly version: string;
}
