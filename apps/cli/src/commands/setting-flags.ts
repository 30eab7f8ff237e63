import type { SettingFlag } from './mine.ts';

/** The settings that have a flag of their own. */
export async function listSettingFlags(): Promise<readonly SettingFlag[]> {
  return [];
}
