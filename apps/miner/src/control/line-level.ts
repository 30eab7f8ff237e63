import type { MinerLine } from '@dropwise/contract/miner-ipc';
import { type Fact, type ReasonCode, reasons } from '@dropwise/core';
import type { LogRecord } from '@dropwise/runtime';

/** What a person must know, and is glad to. Everything else that a person must know is a warning. */
const goodNews: readonly string[] = [
  'signedIn',
  'signedOut',
  'dropClaimed',
  'stopped',
] satisfies readonly Fact['kind'][];

/** How loud a line is on the console's scale, by the narration's own level and the fact that it tells. */
export function lineLevelOf({ level, fields }: Pick<LogRecord, 'level' | 'fields'>): MinerLine['level'] {
  if (level !== 'person') return level;
  const { fact, reason } = fields;
  if (typeof reason === 'string' && isReasonCode(reason) && reasons[reason].level === 'broken') return 'error';
  return typeof fact === 'string' && goodNews.includes(fact) ? 'info' : 'warning';
}

function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}
