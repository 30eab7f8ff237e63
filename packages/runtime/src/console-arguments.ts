import type { AcceleratedClock } from './miner-arguments.ts';

/** What the command line asks of a console: `dropwise start` makes it, the console app takes it. */
export interface ConsoleArguments {
  /** How many `-v`: 0 to 4. Handed on to the miner. */
  readonly verbose: number;
  readonly quiet: boolean;
  /** `--data-dir` as given; relative to the working folder. */
  readonly dataDir: string | undefined;
  /** stdout carries `ready`, then facts as NDJSON, and nothing else; the log goes to stderr. */
  readonly json: boolean;
  /** Origin that stands for every host of Twitch; null = Twitch itself. Handed on to the miner. */
  readonly endpoints: string | null;
  readonly acceleratedClock: AcceleratedClock | null;
  /** Setting key → text, for `SettingsSources.flags`: the console's own and the miner's. Keys are not checked yet. */
  readonly settings: Readonly<Record<string, string>>;
  /** The `dropwise` command, with which the miner is started: program, and arguments before its own. */
  readonly launcher: readonly [program: string, ...args: string[]];
  readonly version: string;
  /** The built dashboard; null = only the plain page is served. */
  readonly webFolder: string | null;
}
