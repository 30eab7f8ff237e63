import type { CampaignView, SettingsView } from '@dropwise/contract';
import { comparable } from '../../shared/wishes/wish-patch.ts';

export type ExclusionScope = 'campaigns' | 'games';

export interface Excluding {
  /** What keeps the campaign out; null = nothing of the lists here. `keywords` are taken back in the settings. */
  readonly by: ExclusionScope | 'keywords' | null;
  /** The variable or flag that decides instead of the page; null = the page may. */
  readonly lockedBy: string | null;
}

type Named = Pick<CampaignView, 'id' | 'name' | 'game' | 'whyNot'>;

export function readExcluding(settings: SettingsView, campaign: Named): Excluding {
  const scopes: readonly ExclusionScope[] = ['games', 'campaigns'];
  const by = scopes.find((scope) => listOf(settings, scope).some((entry) => isOf(entry, scope, campaign)));
  const locked = settings.settings.find(
    ({ key, origin }) =>
      key === `mining.exclude.${by ?? 'campaigns'}` && (origin === 'environment' || origin === 'flag'),
  );
  const isKeyword = by === undefined && campaign.whyNot?.code === 'excluded-keyword';
  return { by: isKeyword ? 'keywords' : (by ?? null), lockedBy: locked?.env ?? null };
}

/** A setting by its key. */
export type ListChange = Readonly<Record<string, readonly string[]>>;

/** The setting to send so that the campaign, or all of its game, is never mined. */
export function exclude(settings: SettingsView, scope: ExclusionScope, campaign: Named): ListChange {
  const entry = scope === 'games' ? campaign.game : campaign.id;
  return { [`mining.exclude.${scope}`]: [...without(settings, scope, campaign), entry] };
}

/** And so that it is again, however it was named there. */
export function takeBack(settings: SettingsView, scope: ExclusionScope, campaign: Named): ListChange {
  return { [`mining.exclude.${scope}`]: without(settings, scope, campaign) };
}

function without(settings: SettingsView, scope: ExclusionScope, campaign: Named): readonly string[] {
  return listOf(settings, scope).filter((entry) => !isOf(entry, scope, campaign));
}

function isOf(entry: string, scope: ExclusionScope, { id, name, game }: Named): boolean {
  const names = scope === 'games' ? [game] : [id, name];
  return names.some((each) => comparable(each) === comparable(entry));
}

function listOf({ settings }: SettingsView, scope: ExclusionScope): readonly string[] {
  const value = settings.find(({ key }) => key === `mining.exclude.${scope}`)?.value;
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
