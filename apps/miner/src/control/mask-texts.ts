import type { StatePatch } from '@dropwise/contract/miner-ipc';
import { maskSecrets } from '@dropwise/runtime';

/** What of the state holds texts of others, masked: details of failures, and what was wrong with an item. */
export function maskPatch(patch: StatePatch): StatePatch {
  const { conditions, quarantine } = patch.changed;
  return {
    ...patch,
    changed: {
      ...patch.changed,
      ...(conditions === undefined ? {} : { conditions: maskTexts(conditions) }),
      ...(quarantine === undefined ? {} : { quarantine: maskTexts(quarantine) }),
    },
  };
}

/** A copy of plain data with every text masked as the log masks it; the same object where nothing was to be masked. */
export function maskTexts<Value>(value: Value): Value {
  return mask(value) as Value;
}

function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(mask);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value);
  const masked = entries.map(([key, item]): [string, unknown] => [key, mask(item)]);
  return masked.every(([, item], index) => item === entries[index]?.[1]) ? value : Object.fromEntries(masked);
}
