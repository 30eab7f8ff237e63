import type { CampaignId } from '@dropwise/kit';
import { patch, startTimer, type Turn, tell, without } from './turn.ts';

const hourMs = 3_600_000;

/**
 * A whole channel with every way of watching, and no minute counted for this campaign. Where the account's link is not
 * known, it is most likely missing: once is enough. A linked campaign gets a second channel first.
 */
export function noteUncounted(turn: Turn, campaignId: CampaignId): void {
  const campaign = turn.state.campaigns[campaignId];
  if (campaign === undefined) return;
  const isLinked = campaign.linked === 'linked';
  const channelCount = (turn.state.uncounted[campaignId]?.channelCount ?? 0) + 1;
  const restMs = channelCount < (isLinked ? 2 : 1) ? 0 : (isLinked ? 1 : 6) * hourMs;
  const until = restMs === 0 ? 0 : turn.now + restMs;
  patch(turn, { uncounted: { ...turn.state.uncounted, [campaignId]: { channelCount, until } } });
  if (restMs === 0) return;
  startTimer(turn, 'uncounted', restMs);
  const { name: campaignName, game } = campaign;
  tell(turn, { kind: 'campaignRested', campaignId, campaignName, gameName: game.name, linked: campaign.linked, until });
}

/**
 * The plan leaves a campaign in the middle of the doubt whether it counts for this account, over a way of watching that
 * is proved. Coming back would begin the doubt anew, and so for ever: what was seen is enough.
 */
export function noteLeftInDoubt(turn: Turn): void {
  const { watching, transports, campaigns } = turn.state;
  if (watching?.campaignId == null || transports.worked === null) return;
  if (!watching.uncountedTransports.includes(transports.worked.name)) return;
  if (campaigns[watching.campaignId]?.linked === 'unknown') noteUncounted(turn, watching.campaignId);
}

/** Minutes count: the campaign is proved, and whatever troubled the linked ones is over. */
export function forgetUncounted(turn: Turn, campaignId: string | null): void {
  for (const id of Object.keys(turn.state.uncounted) as CampaignId[]) {
    if (id === campaignId || turn.state.campaigns[id]?.linked !== 'unknown') {
      patch(turn, { uncounted: without(turn.state.uncounted, id) });
    }
  }
}
