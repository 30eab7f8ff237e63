import type { LineLevel } from '@dropwise/contract';
import type { MessageKey } from '../../locales/en/index.ts';

/** A level is told by shape and word; its colour only helps. */
export const levelShapes: Readonly<Record<LineLevel, string>> = {
  error: '■',
  warning: '▲',
  info: '●',
  detail: '○',
  debug: '◇',
  trace: '·',
};

export const levelWords: Readonly<Record<LineLevel, MessageKey>> = {
  error: 'log.level.error',
  warning: 'log.level.warning',
  info: 'log.level.info',
  detail: 'log.level.detail',
  debug: 'log.level.debug',
  trace: 'log.level.trace',
};

/** “This and worse”, for the choice. */
export const leastLevelWords: Readonly<Record<LineLevel, MessageKey>> = {
  error: 'log.least.error',
  warning: 'log.least.warning',
  info: 'log.least.info',
  detail: 'log.least.detail',
  debug: 'log.least.debug',
  trace: 'log.least.trace',
};
