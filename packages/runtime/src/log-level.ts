/**
 * How much a person sees. `person` is what someone must know whatever they asked for; the others are the rings
 * around it.
 */
export type LogLevel = 'person' | 'info' | 'detail' | 'debug' | 'trace';

/** pino's numbers: higher is more urgent. */
export const logLevelNumbers: Readonly<Record<LogLevel, number>> = {
  person: 50,
  info: 40,
  detail: 30,
  debug: 20,
  trace: 10,
};

export interface LogLevels {
  readonly console: LogLevel;
  readonly file: LogLevel;
}

export interface Verbosity {
  /** How many `v` were given; more than four count as four. */
  readonly verbose: number;
  readonly quiet: boolean;
}

/**
 * `--quiet` shows only `person`; by default `info` too; `-v` detail, `-vv` debug, `-vvv` trace. `-vvvv` also brings
 * trace into the file, which otherwise has everything from debug up.
 */
export function logLevelsFor({ verbose, quiet }: Verbosity): LogLevels {
  const rings: readonly LogLevel[] = ['info', 'detail', 'debug', 'trace', 'trace'];
  return {
    console: quiet ? 'person' : (rings[Math.min(Math.max(verbose, 0), 4)] ?? 'trace'),
    file: verbose >= 4 ? 'trace' : 'debug',
  };
}

export function isLogLevel(value: unknown): value is LogLevel {
  return typeof value === 'string' && Object.hasOwn(logLevelNumbers, value);
}

/** Whether a line of `level` is let through where `least` was asked for. */
export function isAtLeast(level: LogLevel, least: LogLevel): boolean {
  return logLevelNumbers[level] >= logLevelNumbers[least];
}
