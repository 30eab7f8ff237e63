import { benefitKinds } from '../drops/campaign.ts';
import { comparableName } from '../drops/comparable-name.ts';
import { coversWeek } from '../planning/paused-hours.ts';
import type { Settings } from './settings.ts';

/** What a warning is about; whoever speaks another language says it by this. */
export type SettingWarningCode =
  | 'list-empty'
  | 'listed-excluded'
  | 'listed-twice'
  | 'listed-never'
  | 'wished-excluded'
  | 'wished-twice'
  | 'no-benefit'
  | 'no-hours'
  | 'catalogue-nowhere'
  | 'client-without-id'
  | 'client-id-unused';

export interface SettingWarning {
  readonly code: SettingWarningCode;
  /** What the sentence names, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly sentence: string;
}

/** What is valid but cannot work or has no effect, one sentence each, with the setting to change. */
export function settingWarnings(settings: Settings): readonly string[] {
  return settingWarningsOf(settings).map(({ sentence }) => sentence);
}

export function settingWarningsOf(settings: Settings): readonly SettingWarning[] {
  return [
    ...listWarnings(settings),
    ...wishWarnings(settings),
    ...benefitWarnings(settings),
    ...pauseWarnings(settings),
    ...discoveryWarnings(settings),
    ...clientWarnings(settings),
  ];
}

function listWarnings({ mining }: Settings): SettingWarning[] {
  const warnings: SettingWarning[] = [];
  if (mining.mode === 'priority_only' && mining.priority.length === 0) {
    warnings.push(
      warning(
        'list-empty',
        {},
        'mining.mode is priority_only, but mining.priority is empty: nothing will be mined. List a game, or choose another mode.',
      ),
    );
  }
  const excluded = new Set(mining.exclude.games.map(comparableName));
  for (const name of mining.priority.filter((each) => excluded.has(comparableName(each)))) {
    warnings.push(
      warning(
        'listed-excluded',
        { name },
        `${name} is both in mining.priority and in mining.exclude.games: it will not be mined. Take it off one of them.`,
      ),
    );
  }
  for (const name of repeated(mining.priority)) {
    warnings.push(
      warning('listed-twice', { name }, `${name} is in mining.priority more than once: only its first place counts.`),
    );
  }
  return warnings;
}

function wishWarnings({ mining }: Settings): SettingWarning[] {
  const { games, campaigns, drops } = mining.wishes;
  const wishOfGame = new Map(Object.entries(games).map(([name, wish]) => [comparableName(name), wish]));
  const listed = new Set(mining.priority.map(comparableName));
  const refused = mining.priority.filter((name) => wishOfGame.get(comparableName(name)) === 'never');
  const excluded = mining.exclude.games.filter((name) => (wishOfGame.get(comparableName(name)) ?? 'never') !== 'never');
  return [
    ...contradictions('games', games),
    ...contradictions('campaigns', campaigns),
    ...contradictions('drops', drops),
    ...refused.map((name) =>
      warning(
        'listed-never',
        { name },
        `${name} is in mining.priority, but mining.wishes.games says never: it will not be mined. Take it off one of them.`,
      ),
    ),
    ...excluded
      .filter((name) => !listed.has(comparableName(name)))
      .map((name) =>
        warning(
          'wished-excluded',
          { name },
          `${name} has a wish in mining.wishes.games, but is in mining.exclude.games: it will not be mined. Take it off one of them.`,
        ),
      ),
  ];
}

/** Names that differ only in case, with different wishes. */
function contradictions(of: string, wishes: Readonly<Record<string, string>>): SettingWarning[] {
  const said = new Map<string, readonly [name: string, wish: string]>();
  const warnings: SettingWarning[] = [];
  for (const [name, wish] of Object.entries(wishes)) {
    const [otherName, otherWish] = said.get(comparableName(name)) ?? [name, wish];
    if (otherWish !== wish) {
      warnings.push(
        warning(
          'wished-twice',
          { other: otherName, otherWish, name, wish },
          `mining.wishes.${of} says ${otherWish} for ${otherName} and ${wish} for ${name}, which are the same: ${wish} counts. Take one of them out.`,
        ),
      );
    }
    said.set(comparableName(name), [name, wish]);
  }
  return warnings;
}

function pauseWarnings({ mining }: Settings): SettingWarning[] {
  if (!coversWeek(mining.pausedHours)) return [];
  return [
    warning('no-hours', {}, 'mining.pausedHours leaves no hour of the week: nothing will be mined. Leave some time.'),
  ];
}

function benefitWarnings({ mining }: Settings): SettingWarning[] {
  if (benefitKinds.some((kind) => mining.benefits[kind])) return [];
  return [
    warning(
      'no-benefit',
      {},
      'Every kind of reward in mining.benefits is switched off: nothing will be mined. Switch one on.',
    ),
  ];
}

function discoveryWarnings({ discovery }: Settings): SettingWarning[] {
  if (!discovery.catalogue || discovery.catalogueUrl !== '') return [];
  return [
    warning(
      'catalogue-nowhere',
      {},
      'discovery.catalogue is on, but discovery.catalogueUrl is empty: no catalogue is read. Give its address.',
    ),
  ];
}

function clientWarnings({ twitch }: Settings): SettingWarning[] {
  if (twitch.client === 'custom' && twitch.customClientId === '') {
    return [
      warning(
        'client-without-id',
        {},
        'twitch.client is custom, but twitch.customClientId is empty: signing in cannot work. Give the client id.',
      ),
    ];
  }
  if (twitch.client !== 'custom' && twitch.customClientId !== '') {
    return [
      warning('client-id-unused', {}, `twitch.customClientId has no effect while twitch.client is ${twitch.client}.`),
    ];
  }
  return [];
}

function warning(code: SettingWarningCode, values: Readonly<Record<string, string>>, sentence: string): SettingWarning {
  return { code, values, sentence };
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = new Map<string, string>();
  for (const name of names) {
    if (seen.has(comparableName(name))) again.set(comparableName(name), name);
    seen.add(comparableName(name));
  }
  return [...again.values()];
}
