import { type Changes, isChanged, type SettingRow } from './setting-rows.ts';

export interface SettingsFilter {
  /** Words that all have to be found somewhere in a setting. */
  readonly query: string;
  readonly onlyChanged: boolean;
  /** Null = all of them. */
  readonly groups: readonly string[] | null;
}

export interface SettingGroup {
  readonly name: string;
  readonly rows: readonly SettingRow[];
}

/** Groups in their order with what of them fits. `wordsOf`: label and explanation in the language of the page. */
export function findSettings(
  rows: readonly SettingRow[],
  filter: SettingsFilter,
  changes: Changes,
  wordsOf: (key: string) => string,
): readonly SettingGroup[] {
  const words = plain(filter.query).split(/\s+/).filter(Boolean);
  const fits = (row: SettingRow): boolean => {
    const { key, env } = row.field;
    if (filter.groups !== null && !filter.groups.includes(row.field.group)) return false;
    if (filter.onlyChanged && !isChanged(row) && !Object.hasOwn(changes, key)) return false;
    const text = plain(`${wordsOf(key)} ${key} ${env}`);
    return words.every((word) => text.includes(word));
  };
  const names = [...new Set(rows.map(({ field }) => field.group))];
  return names
    .map((name) => ({ name, rows: rows.filter((row) => row.field.group === name && fits(row)) }))
    .filter((group) => group.rows.length > 0);
}

/** Without case and without accents: a search should not ask for them. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
