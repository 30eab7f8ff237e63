import type { CampaignView } from '../views/campaign.ts';
import type { ChannelView } from '../views/channel.ts';
import type { ChildView } from '../views/child.ts';
import type { HealthView } from '../views/health.ts';
import type { StoredLine } from '../views/log-line.ts';
import type { LoginView } from '../views/login.ts';
import type { PlanView } from '../views/plan.ts';
import type { SettingsView } from '../views/settings.ts';
import type { ProgressView, StatusView } from '../views/status.ts';

/** What a live client holds: the newest of everything, and where in the stream of changes that is. */
export interface LiveState {
  /** Another with every life of the console: sequence numbers of different epochs have nothing to do with each other. */
  readonly epoch: string;
  /** Of the last event that is in it. */
  readonly seq: number;
  /** The console's clock when it was made; the miner's may run faster. */
  readonly at: number;
  /** What the miner's clock showed then, and how fast it runs (1 = real). */
  readonly minerClock: { readonly now: number; readonly at: number; readonly speed: number };
  readonly status: StatusView;
  readonly login: LoginView;
  readonly health: HealthView;
  readonly progress: ProgressView | null;
  readonly plan: PlanView | null;
  readonly channels: Readonly<Record<string, ChannelView>>;
  readonly campaigns: Readonly<Record<string, CampaignView>>;
  readonly children: Readonly<Record<string, ChildView>>;
  readonly settings: SettingsView;
  /** The newest lines, oldest first; at most `maxLiveLines`. */
  readonly lines: readonly StoredLine[];
}

export const maxLiveLines = 200;
