import type { AudienceReport } from '@dropwise/contract/audience';

export type Which = 'first' | 'second';

/** Why two runs are not alike, so that what they show cannot be laid to the host alone. */
export type Difference =
  | { readonly kind: 'saturated'; readonly which: Which }
  | { readonly kind: 'early'; readonly which: Which; readonly why: string }
  | { readonly kind: 'target' | 'tool'; readonly first: string; readonly second: string }
  | { readonly kind: 'setting'; readonly name: string; readonly first: string; readonly second: string }
  | { readonly kind: 'onlyWay'; readonly which: Which; readonly ways: readonly string[] };

/** Names of one run that touch nothing of what is measured. */
const ownSettings: ReadonlySet<string> = new Set(['url', 'runId', 'failIf', 'nats', 'part', 'egress']);

export function differencesOf(first: AudienceReport, second: AudienceReport): readonly Difference[] {
  const both = [
    ['first', first],
    ['second', second],
  ] as const;
  return [
    ...both.flatMap(([which, { generator }]): Difference[] =>
      generator.saturated ? [{ kind: 'saturated', which }] : [],
    ),
    ...both.flatMap(([which, { endedEarly }]): Difference[] =>
      endedEarly === null ? [] : [{ kind: 'early', which, why: endedEarly }],
    ),
    ...(['target', 'tool'] as const).flatMap((kind): Difference[] =>
      first[kind] === second[kind] ? [] : [{ kind, first: first[kind], second: second[kind] }],
    ),
    ...settingsOf(first.settings, second.settings),
    ...waysOf('first', first, second),
    ...waysOf('second', second, first),
  ];
}

function settingsOf(first: AudienceReport['settings'], second: AudienceReport['settings']): readonly Difference[] {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter((name) => !ownSettings.has(name));
  return names.flatMap((name): Difference[] => {
    const [one, other] = [settingText(first[name]), settingText(second[name])];
    return one === other ? [] : [{ kind: 'setting', name, first: one, second: other }];
  });
}

function waysOf(which: Which, one: AudienceReport, other: AudienceReport): readonly Difference[] {
  const ways = one.egress.map(({ name }) => name).filter((name) => other.egress.every((way) => way.name !== name));
  return ways.length === 0 ? [] : [{ kind: 'onlyWay', which, ways }];
}

/** As it was given: a word as it is, all else as JSON. */
function settingText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
