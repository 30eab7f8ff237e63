import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { wholeNumberKind } from '../kinds.ts';

/** How long the console remembers. */
export interface HistoryGroup {
  readonly factDays: number;
  readonly lineDays: number;
  readonly sampleDays: number;
  readonly auditDays: number;
  readonly maxMegabytes: number;
}

export const historyDefinitions: DefinitionsOf<HistoryGroup> = {
  factDays: defineSetting({
    key: 'history.factDays',
    doc: 'Days that single events are kept. Claimed drops, and minutes by day, are kept for ever.',
    default: 365,
    ...wholeNumberKind(1, 3_650),
  }),
  lineDays: defineSetting({
    key: 'history.lineDays',
    doc: 'Days that log lines are kept in the database; the log files have logging.keepDays.',
    default: 14,
    ...wholeNumberKind(1, 365),
  }),
  sampleDays: defineSetting({
    key: 'history.sampleDays',
    doc: 'Days that measurements of CPU and memory are kept.',
    default: 30,
    ...wholeNumberKind(1, 365),
  }),
  auditDays: defineSetting({
    key: 'history.auditDays',
    doc: 'Days that the audit trail and earlier settings are kept.',
    default: 730,
    ...wholeNumberKind(30, 3_650),
  }),
  maxMegabytes: defineSetting({
    key: 'history.maxMegabytes',
    doc: 'Size of the database above which the oldest log lines, then measurements, then events go early.',
    default: 500,
    ...wholeNumberKind(20, 100_000),
  }),
};
