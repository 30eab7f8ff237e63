import type { SettingField, SettingView } from '@dropwise/contract';

/** A setting as the form shows it: what it is, and what it is now. */
export interface SettingRow {
  readonly field: SettingField;
  readonly view: SettingView;
}

/** What a person wants to change, by key; null asks for the default. */
export type Changes = Readonly<Record<string, unknown>>;

/** How a setting is changed. */
export type Control =
  | 'switch'
  | 'number'
  | 'choice'
  | 'text'
  | 'secret'
  | 'zone'
  | 'names'
  | 'order'
  | 'choices'
  | 'wishes'
  | 'hours';

/** In the order of the schema; settings of which only one side knows are left out. */
export function rowsOf(fields: readonly SettingField[], views: readonly SettingView[]): readonly SettingRow[] {
  const byKey = new Map(views.map((view) => [view.key, view]));
  return fields.flatMap((field) => {
    const view = byKey.get(field.key);
    return view === undefined ? [] : [{ field, view }];
  });
}

export function controlOf(field: SettingField): Control {
  if (field.secret) return 'secret';
  switch (field.kind) {
    case 'boolean':
      return 'switch';
    case 'number':
      return 'number';
    case 'choice':
      return 'choice';
    case 'choiceList':
      return 'choices';
    case 'choiceMap':
      return 'wishes';
    case 'list':
      if (/Hours$/.test(field.key)) return 'hours';
      return field.key === 'mining.priority' ? 'order' : 'names';
    case 'text':
      return /imeZone$/.test(field.key) ? 'zone' : 'text';
    default:
      // A kind of a newer console: its text is what the environment would hold.
      return 'text';
  }
}

/** What stands above the file, so that it cannot be changed here. */
export function isHeldAbove({ view }: SettingRow): boolean {
  return view.origin === 'environment' || view.origin === 'flag';
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

export function isChanged({ view, field }: SettingRow): boolean {
  return view.origin !== 'default' && !sameValue(view.value, field.default);
}

/** The value as it would be once the changes are saved; of a secret only what was typed. */
export function wantedValue({ field, view }: SettingRow, changes: Changes): unknown {
  if (!Object.hasOwn(changes, field.key)) return view.value;
  const wanted = changes[field.key];
  return wanted === null ? field.default : wanted;
}

/** The changes with one more, or without it where it says nothing new. */
export function withChange(changes: Changes, row: SettingRow, value: unknown): Changes {
  const { field, view } = row;
  const { [field.key]: _before, ...others } = changes;
  if (!field.secret && sameValue(value, view.value)) return others;
  if (field.secret && value === null && view.value === null) return others;
  const wanted = !field.secret && sameValue(value, field.default) ? null : value;
  return { ...others, [field.key]: wanted };
}

export function withoutChange(changes: Changes, key: string): Changes {
  const { [key]: _before, ...others } = changes;
  return others;
}

/** Changes that a change elsewhere has made needless, or that nobody may make any more, are dropped. */
export function stillMeant(changes: Changes, rows: readonly SettingRow[]): Changes {
  const kept = Object.entries(changes).filter(([key, wanted]) => {
    const row = rows.find(({ field }) => field.key === key);
    if (row === undefined || isHeldAbove(row)) return false;
    return row.field.secret || !sameValue(wanted === null ? row.field.default : wanted, row.view.value);
  });
  return kept.length === Object.keys(changes).length ? changes : Object.fromEntries(kept);
}

/** What brings back how it was; secrets are not known here, so that they stay out. */
export function undoOf(rows: readonly SettingRow[], keys: readonly string[]): Changes {
  const known = rows.filter(({ field }) => keys.includes(field.key) && !field.secret);
  return Object.fromEntries(known.map(({ field, view }) => [field.key, view.origin === 'default' ? null : view.value]));
}
