import { fail, succeed } from '@dropwise/kit';
import type { SettingDefinition, ValueSchema } from '../setting-definition.ts';

function schemaOf(expected: string, fits: (value: unknown) => boolean): ValueSchema {
  return {
    '~standard': {
      validate: (value) => (fits(value) ? { value } : { issues: [{ message: `expected ${expected}` }] }),
    },
  };
}

/** A few settings of every kind that matters to reading and writing them. */
export const testDefinitions: readonly SettingDefinition[] = [
  {
    key: 'mining.mode',
    env: 'DROPWISE_MINING_MODE',
    default: 'random',
    schema: schemaOf('random or ending_soonest', (value) => value === 'random' || value === 'ending_soonest'),
    parseText: (text) => succeed(text),
  },
  {
    key: 'mining.exclude.games',
    env: 'DROPWISE_MINING_EXCLUDE_GAMES',
    default: [],
    schema: schemaOf('a list', (value) => Array.isArray(value)),
    parseText: (text) => succeed(text.split(',')),
  },
  {
    key: 'reloadMinutes',
    env: 'DROPWISE_RELOAD_MINUTES',
    default: 60,
    schema: schemaOf('a number of at least 15', (value) => typeof value === 'number' && value >= 15),
    parseText: (text) => (/^\d+$/.test(text) ? succeed(Number(text)) : fail('expected digits')),
  },
  {
    key: 'proxy.password',
    env: 'DROPWISE_PROXY_PASSWORD',
    default: '',
    schema: schemaOf('a text', (value) => typeof value === 'string'),
    parseText: (text) => succeed(text),
    secret: true,
  },
];
