import type { RouteName } from '../../routing/match-route.ts';

/** What is shown beside the settings of a section. */
export type SectionPanel = 'notifications' | 'backup' | 'updates' | 'access' | 'import' | 'audit';

export interface Section {
  /** As in `settings/:group`. */
  readonly name: string;
  readonly cluster: 'mining' | 'console' | 'owner';
  /** The group of settings that it holds; null = none. */
  readonly group: string | null;
  readonly panel: SectionPanel | null;
  /** Only for the owner. */
  readonly owner: boolean;
}

const of = (cluster: Section['cluster'], names: readonly string[]): readonly Section[] =>
  names.map((name) => ({ name, cluster, group: name, panel: null, owner: false }));

/** Every group of settings, and what belongs to settings without being one. */
export const sections: readonly Section[] = [
  ...of('mining', ['mining', 'discovery', 'watching', 'twitch', 'network', 'maintenance']),
  { name: 'notifications', cluster: 'console', group: 'notifications', panel: 'notifications', owner: false },
  ...of('console', ['console', 'history', 'logging']),
  { name: 'backup', cluster: 'console', group: 'backup', panel: 'backup', owner: false },
  { name: 'import', cluster: 'console', group: null, panel: 'import', owner: false },
  { name: 'updates', cluster: 'console', group: 'updates', panel: 'updates', owner: false },
  { name: 'access', cluster: 'owner', group: null, panel: 'access', owner: true },
  { name: 'audit', cluster: 'owner', group: null, panel: 'audit', owner: true },
];

export const clusters = ['mining', 'console', 'owner'] as const;

export function sectionsOf(cluster: Section['cluster']): readonly Section[] {
  return sections.filter((section) => section.cluster === cluster);
}

/** Undefined: there is none of that name; null: all of them. */
export function sectionNamed(name: string | undefined): Section | null | undefined {
  if (name === undefined || name === '') return null;
  return sections.find((section) => section.name === name);
}

export function addressOf(section: Section): string {
  const screen: RouteName = 'settings';
  return `${screen}/${section.name}`;
}
