import type { AnyFact, NewFact } from '@dropwise/contract';
import { maskSecrets } from '@dropwise/runtime';
import type { SeenFact } from '../adapters/adapter.ts';
import { shortened, visibleText } from './visible-text.ts';

const maxTextLength = 2_000;
const maxItems = 500;
const maxDepth = 6;

/** As it is stored and told: what a miner or its log said in it is masked, visible and of bounded size. */
export function cleanFact(childId: string, seen: SeenFact, now: number): NewFact {
  const at = Number.isFinite(seen.at) ? Math.trunc(seen.at) : now;
  return { at, childId, key: seen.key, fact: cleanValue(seen.fact, 0) as AnyFact };
}

function cleanValue(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return shortened(maskSecrets(visibleText(value.slice(0, maxTextLength * 4))), maxTextLength);
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'boolean':
      return value;
    case 'object':
      return value === null || depth >= maxDepth ? null : cleanObject(value, depth);
    default:
      return null;
  }
}

function cleanObject(value: object, depth: number): unknown {
  if (Array.isArray(value)) return value.slice(0, maxItems).map((item) => cleanValue(item, depth + 1));
  const entries = Object.entries(value).slice(0, maxItems);
  return Object.fromEntries(entries.map(([key, item]) => [key, cleanValue(item, depth + 1)]));
}
