import type { Component } from 'svelte';
import type { Backend } from '../backend/backend.ts';
import type { Live } from '../live/live.svelte.ts';
import type { RouteName } from '../routing/match-route.ts';

export interface ViewProps {
  readonly backend: Backend;
  readonly live: Live;
}
type View = Component<{ backend: Backend; live: Live }>;

/** Each screen is loaded when it is first opened; the first one comes with the page. */
export const views: Readonly<Record<RouteName, () => Promise<{ default: View }>>> = {
  now: () => import('./now/NowView.svelte'),
  plan: () => import('./plan/PlanView.svelte'),
  campaigns: () => import('./campaigns/CampaignsView.svelte'),
  channels: () => import('./channels/ChannelsView.svelte'),
  history: () => import('./history/HistoryView.svelte'),
  audience: () => import('./audience/AudienceView.svelte'),
  log: () => import('./log/LogView.svelte'),
  miners: () => import('./miners/MinersView.svelte'),
  settings: () => import('./settings/SettingsView.svelte'),
  help: () => import('./help/HelpView.svelte'),
  setup: () => import('./setup/SetupView.svelte'),
};
