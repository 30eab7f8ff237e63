import { inspect } from 'node:util';
import { type LogLevel, logLevelNumbers } from './log-level.ts';

/** What a console line is made of; everything in `fields` was logged beside the message. */
export interface LogRecord {
  readonly atMs: number;
  readonly level: LogLevel;
  readonly message: string;
  readonly part: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

const colours: Readonly<Record<LogLevel, readonly [open: string, close: string]>> = {
  person: ['\u001b[1m', '\u001b[22m'],
  info: ['', ''],
  detail: ['\u001b[36m', '\u001b[39m'],
  debug: ['\u001b[2m', '\u001b[22m'],
  trace: ['\u001b[2m', '\u001b[22m'],
};

export interface ConsoleFormat {
  readonly colour: boolean;
  /** From this level on, fields are shown after the message; above it a person reads the sentence alone. */
  readonly fieldsUpTo: LogLevel;
}

/** `21:04:07 message  field=value`: local time, one line but for an error's stack. Ends in a newline. */
export function formatConsoleLine(record: LogRecord, format: ConsoleFormat): string {
  const [open, close] = format.colour ? colours[record.level] : ['', ''];
  const part = record.part === null || logLevelNumbers[record.level] >= logLevelNumbers.info ? '' : `[${record.part}] `;
  return `${formatLocalTime(record.atMs)} ${open}${part}${formatMessage(record, format.fieldsUpTo)}${close}\n`;
}

/** The sentence, and after it the fields where its level shows them. */
export function formatMessage({ level, message, fields }: LogRecord, fieldsUpTo: LogLevel): string {
  return logLevelNumbers[level] <= logLevelNumbers[fieldsUpTo] ? `${message}${formatFields(fields)}` : message;
}

/** Colour only for a terminal, and only where nobody asked for none (https://no-color.org). */
export function wantsColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== 'dumb';
}

function formatFields(fields: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(fields).map(([name, value]) => `${name}=${formatField(value)}`);
  return parts.length === 0 ? '' : `  ${parts.join(' ')}`;
}

function formatField(value: unknown): string {
  if (typeof value === 'string') return /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: 6, maxArrayLength: 20, maxStringLength: 500 });
}

function formatLocalTime(atMs: number): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((value) => String(value).padStart(2, '0')).join(':');
}
