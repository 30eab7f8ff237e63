/** Where text goes: a stream of the process, or a test's own. */
export interface TextOutlet {
  write(text: string): unknown;
  /** True: a person looks at it. */
  readonly isTTY?: boolean | undefined;
}

/** The channel for messages to the program that started this one. */
export interface ParentChannel {
  /** `written` is called when it has left, or cannot. False: enough is waiting, send no more until it has. */
  send(message: unknown, written: () => void): boolean;
  /** Calls `run` with every message until disposed. */
  onMessage(run: (message: unknown) => void): Disposable;
}

/** What a program gets of the process it runs in; a test gives its own. */
export interface ProcessIo {
  readonly stdout: TextOutlet;
  readonly stderr: TextOutlet;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly workingFolder: string;
  readonly hostName: string;
  readonly pid: number;
  /** Absent where nobody is there to talk to. */
  readonly parent?: ParentChannel;
  /** Aborted when the program is to end (SIGTERM, SIGINT, a reader of stdout that went away). */
  readonly signal: AbortSignal;
  /** Calls `run` for every SIGHUP until disposed. */
  onReload(run: () => void): Disposable;
  /** Calls `run` for every SIGUSR1 until disposed. */
  onPrintState(run: () => void): Disposable;
}
