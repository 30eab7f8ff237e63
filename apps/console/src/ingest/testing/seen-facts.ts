import type { LogLine } from '@dropwise/contract';
import type { SeenFact } from '../../adapters/adapter.ts';
import { noon } from './open-ingest.ts';

export function manualStarted(login: string, key: string | null = null): SeenFact {
  return { at: noon, key, fact: { kind: 'manualStarted', login } };
}

export function lineOf(text: string, source = 'stdout'): Omit<LogLine, 'childId'> {
  return { at: noon, level: 'info', source, text };
}
