import type { Clock } from '@dropwise/kit';
import { type Logger as Pino, pino, stdSerializers } from 'pino';
import type { LogRecord } from './log-console.ts';
import { DailyLogFile, type LogName } from './log-file.ts';
import { type LogLevel, type LogLevels, logLevelNumbers } from './log-level.ts';
import { createLogOutlet } from './log-outlet.ts';

/** Logged beside a message; an `Error` under `error` keeps its stack, a `Secret` prints `[token]`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** One method a level; the message is a sentence that stands without its fields. */
export interface Logger {
  person(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  detail(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  trace(message: string, fields?: LogFields): void;
  /** For a caller that has the level as a value. */
  log(level: LogLevel, message: string, fields?: LogFields): void;
  /** True when a line of this level goes anywhere: ask before building costly fields. */
  isWritten(level: LogLevel): boolean;
  /** The same log; its lines name the part of the program they come from. */
  forPart(part: string): Logger;
}

/** Disposing closes the file; what is logged later goes to the console only. */
export interface OpenLogger extends Logger, Disposable {
  setLevels(levels: LogLevels): void;
}

export interface LoggerOptions {
  readonly clock: Clock;
  readonly levels: LogLevels;
  /** Null: no file. */
  readonly logsFolder: string | null;
  /** Which program's files these are. Default `mining`. */
  readonly name?: LogName;
  /** stdout, or stderr when stdout carries facts. Null: no console. */
  readonly console: { write(text: string): unknown } | null;
  readonly colour: boolean;
  /** See `OutletOptions`. */
  readonly onLine?: (line: LogRecord) => void;
  readonly keptDays?: number;
}

/** Keys whose value is never logged, on the first three levels of the fields. */
const secretKeys = ['token', 'authToken', 'auth_token', 'accessToken', 'access_token', 'refreshToken', 'refresh_token'];
const secretHeaders = ['cookie', 'Cookie', 'set-cookie', 'authorization', 'Authorization', 'client-integrity'];
const redactedPaths = [...secretKeys, ...secretHeaders].flatMap((key) => [
  `["${key}"]`,
  `*["${key}"]`,
  `*.*["${key}"]`,
]);

/** Opens the log: one JSON line a record in the day's file, a readable line on the console. No worker thread. */
export function openLogger(options: LoggerOptions): OpenLogger {
  const { clock, logsFolder, keptDays, name } = options;
  const file =
    logsFolder === null
      ? null
      : new DailyLogFile({
          folder: logsFolder,
          clock,
          ...(name === undefined ? {} : { name }),
          ...(keptDays === undefined ? {} : { keptDays }),
        });
  const outlet = createLogOutlet(options, file);
  const log = pino<LogLevel>(
    {
      level: 'trace',
      customLevels: logLevelNumbers,
      useOnlyCustomLevels: true,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.err },
      redact: { paths: redactedPaths, censor: '[token]' },
    },
    outlet.stream,
  );
  return {
    ...wrap(log, outlet.isWritten),
    setLevels: outlet.setLevels,
    [Symbol.dispose]: () => file?.[Symbol.dispose](),
  };
}

/** A log that goes nowhere, for tests and for parts that were given none. */
export function createSilentLogger(): Logger {
  const nothing = (): void => {};
  const silent: Logger = {
    person: nothing,
    info: nothing,
    detail: nothing,
    debug: nothing,
    trace: nothing,
    log: nothing,
    isWritten: () => false,
    forPart: () => silent,
  };
  return silent;
}

function wrap(pinoLog: Pino<LogLevel, boolean>, isWritten: (level: LogLevel) => boolean): Logger {
  const log = (level: LogLevel, message: string, fields?: LogFields): void => {
    if (isWritten(level)) pinoLog[level](fields ?? {}, message);
  };
  return {
    person: (message, fields) => log('person', message, fields),
    info: (message, fields) => log('info', message, fields),
    detail: (message, fields) => log('detail', message, fields),
    debug: (message, fields) => log('debug', message, fields),
    trace: (message, fields) => log('trace', message, fields),
    log,
    isWritten,
    forPart: (part) => wrap(pinoLog.child({ part }), isWritten),
  };
}
