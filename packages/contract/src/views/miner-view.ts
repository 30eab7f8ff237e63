import type { CampaignView } from './campaign.ts';
import type { ChannelView } from './channel.ts';
import type { HealthView } from './health.ts';
import type { LoginView } from './login.ts';
import type { PlanView } from './plan.ts';
import type { ProgressView, StatusView } from './status.ts';

/**
 * Everything that can be shown of one miner, whichever adapter watches it. Objects are replaced, never changed: a part that
 * is the same object says the same.
 */
export interface MinerView {
  readonly status: StatusView;
  readonly login: LoginView;
  readonly health: HealthView;
  readonly progress: ProgressView | null;
  readonly plan: PlanView | null;
  readonly channels: Readonly<Record<string, ChannelView>>;
  readonly campaigns: Readonly<Record<string, CampaignView>>;
}
