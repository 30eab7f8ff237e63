/** What the command line asks of a miner: `dropwise mine` makes it, the miner app takes it. */
export interface MinerArguments {
  /** How many `-v`: 0 to 4. */
  readonly verbose: number;
  readonly quiet: boolean;
  /** `--data-dir` as given; relative to the working folder. */
  readonly dataDir: string | undefined;
  /** stdout carries facts as NDJSON and nothing else; the log goes to stderr. */
  readonly json: boolean;
  /** Ends after so many claims; null = never by itself. */
  readonly untilClaims: number | null;
  /** Origin (`http://127.0.0.1:1234`) that stands for every host of Twitch; null = Twitch itself. */
  readonly endpoints: string | null;
  /** Null = the machine's time. Anything else only together with `endpoints`. */
  readonly acceleratedClock: AcceleratedClock | null;
  /** Write every answer of Twitch, masked, for a bug report. */
  readonly dump: boolean;
  readonly debugWs: boolean;
  readonly debugGql: boolean;
  /** Talk to the console that started it, over `ProcessIo.parent`; the console shows the log. */
  readonly ipc: boolean;
  readonly version: string;
  /** Setting key → text, for `SettingsSources.flags`. Keys are not checked yet. */
  readonly settings: Readonly<Record<string, string>>;
}

/** At the real instant `realStartMs` it shows `startMs`, and runs `speed` times as fast from there. Epoch ms. */
export interface AcceleratedClock {
  readonly speed: number;
  readonly startMs: number;
  readonly realStartMs: number;
}
