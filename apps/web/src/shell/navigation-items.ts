import type { RouteName } from '../routing/match-route.ts';

export interface NavigationItem {
  readonly name: RouteName;
  readonly address: string;
  /** A path in a square of 24. */
  readonly icon: string;
  /** In the bar of a phone; the others are behind “More”. */
  readonly onPhone: boolean;
}

export const navigationItems: readonly NavigationItem[] = [
  { name: 'now', address: './', icon: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z', onPhone: true },
  { name: 'plan', address: 'plan', icon: 'M3 7h9M8 12h10M5 17h7M3 4v16', onPhone: true },
  {
    name: 'campaigns',
    address: 'campaigns',
    icon: 'M4 8h16v12H4zM12 8v12M4 12h16M12 8c-4 0-6-5-3-5s3 5 3 5 0-5 3-5 1 5-3 5',
    onPhone: true,
  },
  { name: 'channels', address: 'channels', icon: 'M4 6h16v11H4zM9 21h6M10 9l5 2.5-5 2.5z', onPhone: false },
  { name: 'history', address: 'history', icon: 'M4 20V10M10 20V4M16 20v-7M21 20H3', onPhone: false },
  {
    name: 'audience',
    address: 'audience',
    icon: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 20a6 6 0 0 1 12 0M16 5a3 3 0 0 1 0 6M17 14a6 6 0 0 1 5 6',
    onPhone: false,
  },
  { name: 'log', address: 'log', icon: 'M5 5h14M5 10h10M5 15h12M5 20h8', onPhone: false },
  { name: 'miners', address: 'miners', icon: 'M5 4h14v7H5zM5 13h14v7H5zM8 7.5h.01M8 16.5h.01', onPhone: false },
  { name: 'settings', address: 'settings', icon: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4', onPhone: false },
  {
    name: 'help',
    address: 'help',
    icon: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5h.01',
    onPhone: false,
  },
];
