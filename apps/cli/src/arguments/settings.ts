import type { SettingFlag } from '@dropwise/runtime';
import { type FlagDefinition, type ParsedFlags, UsageError } from './flags.ts';

export const setFlag: FlagDefinition = {
  name: 'set',
  value: 'KEY=VALUE',
  repeatable: true,
  doc: 'Give a setting a value for this run: --set mining.mode=random.',
};

/** A flag for every setting that has one. */
export function settingFlagDefinitions(settingFlags: readonly SettingFlag[]): FlagDefinition[] {
  return settingFlags.map(({ key, flag, doc }) => ({ name: flag, value: 'VALUE', doc: `${doc} (${key})` }));
}

/** Setting key → text, from flags of their own and from `--set`. */
export function collectSettings(flags: ParsedFlags, settingFlags: readonly SettingFlag[]): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const { key, flag } of settingFlags) {
    const value = flags.value(flag);
    if (value !== undefined) settings[key] = value;
  }
  for (const pair of flags.values('set')) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--set needs KEY=VALUE, found "${pair}".`);
    settings[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return settings;
}
