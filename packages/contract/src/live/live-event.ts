import type { StoredFact } from '../facts/stored-fact.ts';
import type { CampaignView } from '../views/campaign.ts';
import type { ChannelView } from '../views/channel.ts';
import type { ChildView } from '../views/child.ts';
import type { HealthView } from '../views/health.ts';
import type { StoredLine } from '../views/log-line.ts';
import type { LoginView } from '../views/login.ts';
import type { PlanView } from '../views/plan.ts';
import type { SettingsView } from '../views/settings.ts';
import type { ProgressView, StatusView } from '../views/status.ts';
import type { LiveState } from './live-state.ts';

/** Socket.IO event name → what it carries beside `seq`. One event is one change; `applyLiveEvent` makes it. */
export interface LivePayloads {
  readonly status_update: { readonly status: StatusView; readonly minerClock: LiveState['minerClock'] };
  /** `skippedCount`: lines that were stored and not sent, because there were too many at once. Long texts are cut. */
  readonly console_output: { readonly lines: readonly StoredLine[]; readonly skippedCount: number };
  readonly channel_add: { readonly channel: ChannelView };
  readonly channel_update: { readonly channel: ChannelView };
  readonly channel_remove: { readonly id: string };
  readonly drop_progress: { readonly progress: ProgressView | null };
  /** Also for a campaign that changed. */
  readonly campaign_add: { readonly campaign: CampaignView };
  readonly campaign_remove: { readonly id: string };
  /** The login changed in any way; `state: waitingForPerson` is what the name is about. */
  readonly login_required: { readonly login: LoginView };
  readonly settings_updated: { readonly settings: SettingsView };
  readonly plan_update: { readonly plan: PlanView | null };
  readonly health_update: { readonly health: HealthView };
  readonly child_update: { readonly child: ChildView };
  readonly child_remove: { readonly id: string };
  /**
   * A fact was stored: history has grown. Changes nothing of the state. In a flood not every one is sent; `fact.seq` then
   * leaves numbers out.
   */
  readonly fact_stored: { readonly fact: StoredFact };
}

export type LiveEventName = keyof LivePayloads;

/** A change before it has its place in the stream. */
export type LiveChange = {
  readonly [Name in LiveEventName]: { readonly name: Name } & LivePayloads[Name];
}[LiveEventName];

export type LiveEvent = {
  readonly [Name in LiveEventName]: { readonly name: Name; readonly seq: number } & LivePayloads[Name];
}[LiveEventName];

const named: Readonly<Record<LiveEventName, true>> = {
  status_update: true,
  console_output: true,
  channel_add: true,
  channel_update: true,
  channel_remove: true,
  drop_progress: true,
  campaign_add: true,
  campaign_remove: true,
  login_required: true,
  settings_updated: true,
  plan_update: true,
  health_update: true,
  child_update: true,
  child_remove: true,
  fact_stored: true,
};

/** Every event of the sequence: what a client listens to. */
export const liveEventNames: readonly LiveEventName[] = Object.keys(named).filter(isLiveEventName);

export function isLiveEventName(name: string): name is LiveEventName {
  return Object.hasOwn(named, name);
}

/** What a client sends in the handshake's `auth` when it was there before: it gets what it missed, or a fresh state. */
export interface LiveResume {
  readonly epoch: string;
  readonly seq: number;
}

/** Events that the server sends outside the sequence. */
export const initialStateEvent = 'initial_state';
/** Answer to a resume that could be served: the missed events follow. Carries the resume it answers. */
export const resumedEvent = 'resumed';
