import { benefitKinds } from '../drops/campaign.ts';
import { comparableName } from '../drops/comparable-name.ts';
import { coversWeek } from '../planning/paused-hours.ts';
import type { Settings } from './settings.ts';

/** What is valid but cannot work or has no effect, one sentence each, with the setting to change. */
export function settingWarnings(settings: Settings): readonly string[] {
  return [
    ...listWarnings(settings),
    ...wishWarnings(settings),
    ...benefitWarnings(settings),
    ...pauseWarnings(settings),
    ...discoveryWarnings(settings),
    ...clientWarnings(settings),
  ];
}

function listWarnings({ mining }: Settings): string[] {
  const warnings: string[] = [];
  if (mining.mode === 'priority_only' && mining.priority.length === 0) {
    warnings.push(
      'mining.mode is priority_only, but mining.priority is empty: nothing will be mined. List a game, or choose another mode.',
    );
  }
  const excluded = new Set(mining.exclude.games.map(comparableName));
  for (const name of mining.priority.filter((each) => excluded.has(comparableName(each)))) {
    warnings.push(
      `${name} is both in mining.priority and in mining.exclude.games: it will not be mined. Take it off one of them.`,
    );
  }
  for (const name of repeated(mining.priority)) {
    warnings.push(`${name} is in mining.priority more than once: only its first place counts.`);
  }
  return warnings;
}

function wishWarnings({ mining }: Settings): string[] {
  const { games, campaigns, drops } = mining.wishes;
  const wishOfGame = new Map(Object.entries(games).map(([name, wish]) => [comparableName(name), wish]));
  const listed = new Set(mining.priority.map(comparableName));
  const refused = mining.priority.filter((name) => wishOfGame.get(comparableName(name)) === 'never');
  const excluded = mining.exclude.games.filter((name) => (wishOfGame.get(comparableName(name)) ?? 'never') !== 'never');
  return [
    ...contradictions('games', games),
    ...contradictions('campaigns', campaigns),
    ...contradictions('drops', drops),
    ...refused.map(
      (name) =>
        `${name} is in mining.priority, but mining.wishes.games says never: it will not be mined. Take it off one of them.`,
    ),
    ...excluded
      .filter((name) => !listed.has(comparableName(name)))
      .map(
        (name) =>
          `${name} has a wish in mining.wishes.games, but is in mining.exclude.games: it will not be mined. Take it off one of them.`,
      ),
  ];
}

/** Names that differ only in case, with different wishes. */
function contradictions(of: string, wishes: Readonly<Record<string, string>>): string[] {
  const said = new Map<string, readonly [name: string, wish: string]>();
  const warnings: string[] = [];
  for (const [name, wish] of Object.entries(wishes)) {
    const [otherName, otherWish] = said.get(comparableName(name)) ?? [name, wish];
    if (otherWish !== wish) {
      warnings.push(
        `mining.wishes.${of} says ${otherWish} for ${otherName} and ${wish} for ${name}, which are the same: ${wish} counts. Take one of them out.`,
      );
    }
    said.set(comparableName(name), [name, wish]);
  }
  return warnings;
}

function pauseWarnings({ mining }: Settings): string[] {
  if (!coversWeek(mining.pausedHours)) return [];
  return ['mining.pausedHours leaves no hour of the week: nothing will be mined. Leave some time.'];
}

function benefitWarnings({ mining }: Settings): string[] {
  if (benefitKinds.some((kind) => mining.benefits[kind])) return [];
  return ['Every kind of reward in mining.benefits is switched off: nothing will be mined. Switch one on.'];
}

function discoveryWarnings({ discovery }: Settings): string[] {
  if (!discovery.catalogue || discovery.catalogueUrl !== '') return [];
  return ['discovery.catalogue is on, but discovery.catalogueUrl is empty: no catalogue is read. Give its address.'];
}

function clientWarnings({ twitch }: Settings): string[] {
  if (twitch.client === 'custom' && twitch.customClientId === '') {
    return ['twitch.client is custom, but twitch.customClientId is empty: signing in cannot work. Give the client id.'];
  }
  if (twitch.client !== 'custom' && twitch.customClientId !== '') {
    return [`twitch.customClientId has no effect while twitch.client is ${twitch.client}.`];
  }
  return [];
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
