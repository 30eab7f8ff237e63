import { i18n, t } from '../i18n/i18n.svelte.ts';

/** The first names, and how many more there are: nobody reads twelve. */
export function namesText(names: readonly string[], maxNamed = 2): string {
  const rest = names.length - maxNamed;
  // “and 1 more” is not shorter than the name.
  if (rest <= 1) return i18n.list(names);
  return i18n.list([...names.slice(0, maxNamed), t('plan.namesMore', { count: rest })]);
}
