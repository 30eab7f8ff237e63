import { formatConsoleLine, type LogRecord } from './log-console.ts';
import type { DailyLogFile } from './log-file.ts';
import { isAtLeast, isLogLevel, type LogLevel, type LogLevels } from './log-level.ts';
import { maskSecrets } from './mask-secrets.ts';

export interface OutletOptions {
  readonly levels: LogLevels;
  readonly console: { write(text: string): unknown } | null;
  readonly colour: boolean;
  /** Gets every line that is loud enough for the console, secrets masked: for a console that is elsewhere. */
  readonly onLine?: (line: LogRecord) => void;
}

/** Where finished JSON lines go: masked once, then to the file and, made readable, to the console. */
export interface LogOutlet {
  /** The destination that pino writes to. */
  readonly stream: { write(line: string): void };
  isWritten(level: LogLevel): boolean;
  setLevels(levels: LogLevels): void;
}

/** pino writes the level first. */
const levelPattern = /^\{"level":"(\w+)"/;

export function createLogOutlet(options: OutletOptions, file: DailyLogFile | null): LogOutlet {
  let levels = options.levels;
  let toldOfLoss = false;
  const toConsole = (text: string): void => void options.console?.write(text);
  const show = (record: LogRecord): void => {
    options.onLine?.(record);
    if (options.console !== null)
      toConsole(formatConsoleLine(record, { colour: options.colour, fieldsUpTo: 'detail' }));
  };

  const write = (line: string): void => {
    const masked = maskSecrets(line);
    const level = levelPattern.exec(masked)?.[1];
    if (!isLogLevel(level)) return;
    if (file !== null && isAtLeast(level, levels.file)) file.write(masked);
    if (isAtLeast(level, levels.console)) show(readRecord(level, masked));
    toldOfLoss = tellOfLoss(file, toldOfLoss, (sentence) => {
      toConsole(`${sentence}\n`);
      options.onLine?.({ ...readRecord('person', masked), message: sentence, part: null, fields: {} });
    });
  };

  return {
    stream: { write },
    isWritten: (level) =>
      (file !== null && isAtLeast(level, levels.file)) ||
      ((options.console !== null || options.onLine !== undefined) && isAtLeast(level, levels.console)),
    setLevels: (next) => {
      levels = next;
    },
  };
}

function readRecord(level: LogLevel, line: string): LogRecord {
  const { level: _, time, message, part, ...fields } = JSON.parse(line) as Record<string, unknown>;
  return {
    atMs: Date.parse(String(time)),
    level,
    message: String(message ?? ''),
    part: part === undefined ? null : String(part),
    fields,
  };
}

/** Once a spell, not once a line: a full disk must not flood the console too. */
function tellOfLoss(file: DailyLogFile | null, told: boolean, tell: (sentence: string) => void): boolean {
  const failure = file?.lastFailure ?? null;
  if (failure !== null && !told) tell(`The log file takes no lines: ${failure}. They appear only here.`);
  return failure !== null;
}
