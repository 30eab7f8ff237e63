import type { Campaign, Wish, Wishes } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { nearestName } from '@dropwise/runtime';
import type { AskedWish } from './plan-arguments.ts';
import { listNames } from './plan-view.ts';
import { cleanName } from './text/clean-name.ts';

/** A wish that a person tries out, and what it is about. */
export interface TriedWish {
  readonly wish: Wish;
  readonly on: 'game' | 'campaign' | 'drop';
  /** As it is spelled where it was found. */
  readonly name: string;
}

export interface WhatIf {
  readonly tried: readonly TriedWish[];
  readonly wishes: Wishes;
}

interface Named {
  readonly on: TriedWish['on'];
  readonly name: string;
  /** What it is called in `Wishes`: a game's name, an id otherwise. */
  readonly key: string;
}

const maxNear = 3;

/**
 * Finds what the asked wishes are about: a game's name, else a campaign's name or id, else a drop's, without case. A
 * name that several campaigns or drops have means all of them. Fails with a sentence that has close names.
 */
export function tryWishes(asked: readonly AskedWish[], campaigns: readonly Campaign[]): Result<WhatIf, string> {
  const names = namesIn(campaigns);
  const found = { game: {}, campaign: {}, drop: {} } as Record<TriedWish['on'], Record<string, Wish>>;
  const tried: TriedWish[] = [];
  for (const { wish, name } of asked) {
    const meant = findNamed(names, name);
    if (meant.length === 0) return fail(describeUnknown(name, names));
    for (const { on, key } of meant) {
      if (found[on][key] !== undefined && found[on][key] !== wish) {
        return fail(`"${cleanName(name)}" is asked for as ${found[on][key]} and as ${wish}. Ask one thing at a time.`);
      }
      found[on][key] = wish;
    }
    tried.push({ wish, on: meant[0]?.on ?? 'game', name: meant[0]?.name ?? name });
  }
  return succeed({ tried, wishes: { games: found.game, campaigns: found.campaign, drops: found.drop } });
}

/** `Night Ferry is a must and Captains Only is never watched`. */
export function describeTried(tried: readonly TriedWish[]): string {
  return listNames(
    tried.map(({ wish, name }) => `${cleanName(name)} ${predicates[wish]}`),
    tried.length,
  );
}

const predicates: Readonly<Record<Wish, string>> = {
  must: 'is a must',
  want: 'is wanted',
  fill: 'only fills what time is left',
  never: 'is never watched',
};

function namesIn(campaigns: readonly Campaign[]): readonly Named[] {
  return campaigns.flatMap((campaign) => [
    { on: 'game' as const, name: campaign.game.name, key: campaign.game.name },
    { on: 'campaign' as const, name: campaign.name, key: campaign.id },
    ...campaign.drops.map(({ id, name }) => ({ on: 'drop' as const, name, key: id })),
  ]);
}

function findNamed(names: readonly Named[], asked: string): readonly Named[] {
  const wanted = normalised(asked);
  for (const on of ['game', 'campaign', 'drop'] as const) {
    const same = names.filter(
      (each) => each.on === on && [each.name, each.key].some((text) => normalised(text) === wanted),
    );
    if (same.length > 0) return same;
  }
  return [];
}

function normalised(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

function describeUnknown(asked: string, names: readonly Named[]): string {
  const all = [...new Set(names.map(({ name }) => name))];
  const within = all.filter((name) => normalised(name).includes(normalised(asked)));
  const near = nearestName(asked, all);
  const close = [...new Set([...within, ...(near === null ? [] : [near])])].slice(0, maxNear);
  const found = `No game, campaign or drop that is known here is called "${cleanName(asked)}"`;
  if (close.length === 0) return `${found}. "dropwise plan --all" shows the names.`;
  const quoted = close.map((name) => `"${cleanName(name)}"`);
  return `${found}; did you mean ${quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`}?`;
}
