import { believableStamp, type LogEntry, levelOf, type ReadHeader } from './log-entry.ts';

/** The stamp is the locale's `%X`: `14:02:33`, `02:02:33 PM`, `14.02.33`. Only ever a time of day. */
const outputLine = /^\P{Nd}{0,12}\d{1,2}[:.]\d{2}[:.]\d{2}(?: ?[\p{L}.]{1,8})?: (?<text>.*)$/u;
const outputRecord = /^(?<level>[A-Z]{4,8}): (?<message>.*)$/;

/** TDM's output window. Peers 3.1, first row. */
export const readTdmOutput: ReadHeader = (line, now) => {
  const text = outputLine.exec(line)?.groups?.text;
  if (text === undefined) return null;
  const record = outputRecord.exec(text)?.groups;
  const level = levelOf(record?.level ?? '');
  if (level === null) return { at: now, level: 'info', said: 'print', text };
  return { at: now, level, said: 'record', text: record?.message ?? '' };
};

const logLine = /^(?<day>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)\.(?<ms>\d{3}):\t *(?<level>[A-Z]+):\t(?<text>.*)$/;

/** TDM's `log.txt`. Peers 3.1, second row. */
export const readTdmLog: ReadHeader = (line, now) => {
  const groups = logLine.exec(line)?.groups;
  if (groups === undefined) return null;
  // Local time of the machine, as `Date` reads a text without a zone.
  const stampMs = Date.parse(`${groups.day}T${groups.time}.${groups.ms}`);
  return record(groups, believableStamp(stampMs, now), 'record');
};

const rangermixLine =
  /^(?<day>\d{4}-\d\d-\d\d)T(?<time>\d\d:\d\d:\d\d)(?<zone>[+-]\d{4}|Z)?:\t *(?<level>[A-Z]+):\t(?<file>[^:\t]{1,80}):\d+:\t(?<text>.*)$/;

/** rangermix' stdout and `logs/TDM.log`: prints are in it as records of `console.py`. Peers 3.1, third row. */
export const readRangermixLog: ReadHeader = (line, now) => {
  const groups = rangermixLine.exec(line)?.groups;
  if (groups === undefined) return null;
  const zone = (groups.zone ?? '').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const stampMs = Date.parse(`${groups.day}T${groups.time}${zone}`);
  return record(groups, believableStamp(stampMs, now), groups.file === 'console.py' ? 'print' : 'record');
};

const consoleLine = /^\[(?<day>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)\] \| (?<text>.*)$/s;

/** rangermix' console view. Peers 3.1, fourth row. */
export const readRangermixConsole: ReadHeader = (line, now) => {
  const groups = consoleLine.exec(line)?.groups;
  if (groups === undefined) return null;
  const at = believableStamp(Date.parse(`${groups.day}T${groups.time}`), now);
  return { at, level: 'info', said: 'print', text: groups.text ?? '' };
};

function record(groups: Readonly<Record<string, string>>, at: number, said: LogEntry['said']): LogEntry {
  return { at, level: levelOf(groups.level ?? '') ?? 'info', said, text: groups.text ?? '' };
}
