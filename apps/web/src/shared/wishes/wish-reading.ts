import type { CampaignView, DropView, SettingsView, SettingView } from '@dropwise/contract';
import { ownerWishOf, type Wish, type Wishes, wishes as wishNames } from '@dropwise/core';
import { comparable, type WishTarget } from './wish-patch.ts';

/** What the settings say about wishes. */
export interface WishSettings {
  readonly wishes: Wishes;
  readonly priority: readonly string[];
  readonly mode: string;
  /** The variable or flag that decides instead of the page; null = the page may. */
  readonly lockedBy: string | null;
}

export interface ReadWish {
  readonly wish: Wish;
  /** Whose wish it is; null = nobody said anything. */
  readonly of: 'game' | 'campaign' | 'drop' | null;
  /** Kept out by an exclusion, which stands above every wish. */
  readonly excluded: boolean;
}

export function readWishSettings({ settings }: SettingsView): WishSettings {
  const find = (key: string): SettingView | undefined => settings.find((each) => each.key === key);
  const maps = ['games', 'campaigns', 'drops'].map((scope) => find(`mining.wishes.${scope}`));
  const [games, campaigns, drops] = maps.map((setting) => readMap(setting?.value));
  const locked = maps.find((setting) => setting?.origin === 'environment' || setting?.origin === 'flag');
  const priority = find('mining.priority')?.value;
  return {
    wishes: { games: games ?? {}, campaigns: campaigns ?? {}, drops: drops ?? {} },
    priority: Array.isArray(priority) ? priority.filter((name) => typeof name === 'string') : [],
    mode: String(find('mining.mode')?.value ?? ''),
    lockedBy: locked === undefined ? null : locked.env,
  };
}

function readMap(value: unknown): Readonly<Record<string, Wish>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, wish]) => {
      const known = wishNames.find((each) => each === wish);
      return known === undefined ? [] : [[name, known] as const];
    }),
  );
}

export type NamedGame = Pick<CampaignView, 'id' | 'name' | 'game'>;

/** The wish for a campaign (`drop` null) or one of its drops, with these wishes. */
export function readWish(
  campaign: NamedGame & Partial<Pick<CampaignView, 'whyNot'>>,
  drop: Pick<DropView, 'id' | 'whyNot'> | null,
  settings: Pick<WishSettings, 'wishes' | 'priority'>,
): ReadWish {
  const whyNot = drop === null ? campaign.whyNot : drop.whyNot;
  if (isExcluded(whyNot?.code)) return { wish: 'never', of: null, excluded: true };
  const { id, name, game } = campaign;
  const said = ownerWishOf({ id, name, game: { name: game } }, drop, settings.wishes);
  if (said !== null) return { wish: said.wish, of: said.of, excluded: false };
  return { wish: unsaid(game, settings.priority), of: null, excluded: false };
}

/** The wish for all of a game. */
export function readGameWish(game: string, settings: Pick<WishSettings, 'wishes' | 'priority'>): ReadWish {
  return readWish({ id: '', name: '', game }, null, settings);
}

function unsaid(game: string, priority: readonly string[]): Wish {
  return priority.length === 0 || priority.some((name) => comparable(name) === comparable(game)) ? 'want' : 'fill';
}

const excludedBy: ReadonlySet<string> = new Set([
  'excluded-game',
  'excluded-campaign',
  'excluded-drop',
  'excluded-keyword',
]);

export function isExcluded(code: string | undefined): boolean {
  return code !== undefined && excludedBy.has(code);
}

export function gameTarget(game: string): WishTarget {
  return { scope: 'games', entry: game, name: game };
}

export function campaignTarget({ id, name }: Pick<CampaignView, 'id' | 'name'>): WishTarget {
  return { scope: 'campaigns', entry: id, name, alsoNamed: name };
}

export function dropTarget({ id, name }: Pick<DropView, 'id' | 'name'>): WishTarget {
  return { scope: 'drops', entry: id, name };
}
