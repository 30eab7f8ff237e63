import type { childSettingsAnswer } from '@dropwise/contract';
import type { InferOutput } from 'valibot';

export type PeerSetting = InferOutput<typeof childSettingsAnswer>['settings'][number];

export type Control = 'switch' | 'number' | 'text' | 'secret' | 'json' | 'untouched';

/** How a setting of another miner is edited, by what it holds now. What is not known here is left as it is. */
export function controlOf({ value, expected, secret }: PeerSetting): Control {
  if (expected === null) return 'untouched';
  if (secret) return 'secret';
  if (typeof value === 'boolean') return 'switch';
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'text' : 'json';
}

/** As it stands in its field. */
export function textOf(setting: PeerSetting): string {
  switch (controlOf(setting)) {
    case 'secret':
      return '';
    case 'json':
      return JSON.stringify(setting.value, null, 2);
    default:
      return String(setting.value ?? '');
  }
}

export type Typed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** What was typed, as the miner's own kind of value. */
export function typedValue(setting: PeerSetting, text: string): Typed {
  switch (controlOf(setting)) {
    case 'switch':
      return { ok: true, value: text === 'true' };
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? { ok: true, value: Number(text) } : { ok: false };
    case 'json':
      return parsed(text);
    case 'text':
    case 'secret':
    case 'untouched':
      return { ok: true, value: text };
  }
}

/** Only what differs is sent; a secret that was left empty stays. `wrong`: names of what cannot be read. */
export function changesOf(
  settings: readonly PeerSetting[],
  typed: Readonly<Record<string, string>>,
): { readonly changes: Readonly<Record<string, unknown>>; readonly wrong: readonly string[] } {
  const changes: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const setting of settings) {
    const text = typed[setting.name];
    if (text === undefined || text === textOf(setting)) continue;
    const value = typedValue(setting, text);
    if (value.ok) changes[setting.name] = value.value;
    else wrong.push(setting.name);
  }
  return { changes, wrong };
}

function parsed(text: string): Typed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
