import { formatConsoleLine } from './log-console.ts';
import type { DailyLogFile } from './log-file.ts';
import { isAtLeast, isLogLevel, type LogLevel, type LogLevels } from './log-level.ts';
import { maskSecrets } from './mask-secrets.ts';

export interface OutletOptions {
  readonly levels: LogLevels;
  readonly console: { write(text: string): unknown } | null;
  readonly colour: boolean;
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

  const write = (line: string): void => {
    const masked = maskSecrets(line);
    const level = levelPattern.exec(masked)?.[1];
    if (!isLogLevel(level)) return;
    if (file !== null && isAtLeast(level, levels.file)) file.write(masked);
    if (isAtLeast(level, levels.console)) toConsole(formatJsonLine(level, masked, options.colour));
    toldOfLoss = tellOfLoss(file, toldOfLoss, toConsole);
  };

  return {
    stream: { write },
    isWritten: (level) =>
      (file !== null && isAtLeast(level, levels.file)) ||
      (options.console !== null && isAtLeast(level, levels.console)),
    setLevels: (next) => {
      levels = next;
    },
  };
}

function formatJsonLine(level: LogLevel, line: string, colour: boolean): string {
  const { level: _, time, message, part, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const record = {
    atMs: Date.parse(String(time)),
    level,
    message: String(message ?? ''),
    part: part === undefined ? null : String(part),
    fields,
  };
  return formatConsoleLine(record, { colour, fieldsUpTo: 'detail' });
}

/** Once a spell, not once a line: a full disk must not flood the console too. */
function tellOfLoss(file: DailyLogFile | null, told: boolean, toConsole: (text: string) => void): boolean {
  const failure = file?.lastFailure ?? null;
  if (failure !== null && !told) toConsole(`The log file takes no lines: ${failure}. They appear only here.\n`);
  return failure !== null;
}
