import { parse } from 'regexparam';

/** A screen: its address below the console's own, and what is loaded for it. */
export interface Route {
  readonly name: RouteName;
  /** `campaigns/:id`; empty = the first screen. */
  readonly pattern: string;
}

export const routeNames = [
  'now',
  'plan',
  'campaigns',
  'channels',
  'history',
  'audience',
  'log',
  'miners',
  'settings',
  'help',
  'setup',
] as const;
export type RouteName = (typeof routeNames)[number];

export const routes: readonly Route[] = [
  { name: 'now', pattern: '' },
  { name: 'plan', pattern: 'plan' },
  { name: 'campaigns', pattern: 'campaigns/:id?' },
  { name: 'channels', pattern: 'channels' },
  { name: 'history', pattern: 'history/:tab?' },
  { name: 'audience', pattern: 'audience/:part?/:id?' },
  { name: 'log', pattern: 'log' },
  { name: 'miners', pattern: 'miners/:id?' },
  { name: 'settings', pattern: 'settings/:group?' },
  { name: 'help', pattern: 'help' },
  { name: 'setup', pattern: 'setup/:step?' },
];

export interface Place {
  /** Null = there is no such screen. */
  readonly name: RouteName | null;
  readonly params: Readonly<Record<string, string>>;
  /** What stands behind the question mark: filters live there. */
  readonly query: URLSearchParams;
}

const compiled = routes.map((route) => ({ ...route, ...parse(`/${route.pattern}`) }));

/** `path` is below the console's own and begins with a slash. */
export function matchRoute(path: string, search: string): Place {
  const query = new URLSearchParams(search);
  for (const { name, keys, pattern } of compiled) {
    const found = pattern.exec(path);
    if (found === null) continue;
    const params = keys.flatMap((key, index) => {
      const value = found[index + 1];
      return value === undefined ? [] : [[key, decode(value)] as const];
    });
    return { name, params: Object.fromEntries(params), query };
  }
  return { name: null, params: {}, query };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
