import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { wholeNumberKind } from '../kinds.ts';

export interface LoggingGroup {
  readonly keepDays: number;
}

export const loggingDefinitions: DefinitionsOf<LoggingGroup> = {
  keepDays: defineSetting({
    key: 'logging.keepDays',
    doc: 'Daily log files older than this many days are deleted.',
    default: 14,
    ...wholeNumberKind(1, 365),
  }),
};
