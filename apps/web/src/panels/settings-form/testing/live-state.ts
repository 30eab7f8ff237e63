import type { CampaignView, ChannelView } from '@dropwise/contract';
import type { LiveState } from '@dropwise/contract/live';

/** As much of a state as names are taken from. */
export function liveStateOf(campaigns: readonly CampaignView[], channels: readonly ChannelView[]): LiveState {
  const byId = <View extends { readonly id: string }>(views: readonly View[]): Record<string, View> =>
    Object.fromEntries(views.map((view) => [view.id, view]));
  return { campaigns: byId(campaigns), channels: byId(channels) } as unknown as LiveState;
}

export function campaignView(id: string, name: string, game: string, dropIds: readonly string[]): CampaignView {
  const drops = dropIds.map((dropId) => ({ id: dropId, name: `Drop ${dropId}` }));
  return { id, name, game, drops } as unknown as CampaignView;
}

export function channelView(game: string): ChannelView {
  return { id: `channel-of-${game}`, game } as unknown as ChannelView;
}
