import type { CampaignReport, ClaimedBenefits, Effect, Failure, RejectedItem } from '@dropwise/core';
import type { CampaignId, Result } from '@dropwise/kit';
import type { CampaignList, GqlFailure, Inventory, Rejected } from '@dropwise/twitch';
import { campaignReportOf, linksOf, withLink } from '../translate/campaigns.ts';
import { failureOfCatalogue, failureOfGql } from '../translate/failures.ts';
import type { EffectContext } from './effect-context.ts';

type FetchInventory = Extract<Effect, { kind: 'fetchInventory' }>;

/** What the sources have said so far. */
interface Gathered {
  readonly reports: CampaignReport[];
  readonly rejected: RejectedItem[];
  readonly failures: Failure[];
  readonly succeeded: string[];
  claimedBenefits: ClaimedBenefits | null;
  catalogue: 'complete' | 'partial' | 'null' | 'unasked';
  links: ReadonlyMap<string, boolean>;
}

/** Asks every source, each on its own: what one refuses the others still tell. Protocol 3.5–3.8, 5.7. */
export async function fetchInventory(context: EffectContext, effect: FetchInventory): Promise<void> {
  const { twitch, post, signal, endsSession } = context;
  const gathered: Gathered = {
    reports: [],
    rejected: [],
    failures: [],
    succeeded: [],
    claimedBenefits: null,
    catalogue: effect.depth === 'progress' ? 'unasked' : 'partial',
    links: new Map(),
  };
  const wantsInventory = effect.depth !== 'peek';
  const wantsList = effect.depth !== 'progress';
  const [inventory, dashboard] = await Promise.all([
    wantsInventory ? twitch.inventory(signal) : null,
    wantsList ? twitch.campaigns(signal) : null,
    effect.catalogue && effect.depth === 'full' ? addCatalogue(context, gathered) : null,
  ]);
  if (inventory !== null) addInventory(gathered, inventory);
  const ids = dashboard === null ? [] : addDashboard(gathered, dashboard, new Set(effect.knownIds));
  if (ids.length > 0) await addDetails(context, gathered, ids);
  if (gathered.failures.some((failure) => endsSession(failure))) return;
  const { links, ...answer } = gathered;
  const reports = answer.reports.map((report) => withLink(report, links));
  post({ kind: 'inventoryArrived', requestId: effect.requestId, ...answer, reports });
}

function addInventory(gathered: Gathered, result: Result<Inventory, GqlFailure>): void {
  if (!result.ok) {
    gathered.failures.push(failureOfGql(result.failure));
    return;
  }
  const { campaigns, awards, rejected } = result.value;
  gathered.succeeded.push('Inventory');
  gathered.reports.push(...campaigns.map((campaign) => campaignReportOf(campaign, 'inventory')));
  gathered.rejected.push(...rejected.map(rejectedCampaign));
  gathered.claimedBenefits = Object.fromEntries(awards.map((award) => [award.benefitId, award.lastAwardedAt]));
  gathered.links = linksOf(awards);
}

/** Returns the ids whose details are worth asking for. */
function addDashboard(
  gathered: Gathered,
  result: Result<CampaignList, GqlFailure>,
  known: ReadonlySet<string>,
): readonly CampaignId[] {
  if (!result.ok) {
    gathered.failures.push(failureOfGql(result.failure));
    return [];
  }
  gathered.succeeded.push('ViewerDropsDashboard');
  if (result.value.catalogue === 'null') {
    gathered.catalogue = 'null';
    return [];
  }
  gathered.catalogue = 'complete';
  const { campaigns, rejected } = result.value;
  gathered.reports.push(...campaigns.map((campaign) => campaignReportOf(campaign, 'dashboard')));
  gathered.rejected.push(...rejected.map(rejectedCampaign));
  return campaigns
    .filter((campaign) => campaign.status !== 'EXPIRED' && campaign.game !== null && !known.has(campaign.id))
    .map((campaign) => campaign.id);
}

async function addDetails(context: EffectContext, gathered: Gathered, ids: readonly CampaignId[]): Promise<void> {
  const results = await context.twitch.campaignDetails(ids, context.signal);
  let failure: Failure | null = null;
  results.forEach((result, index) => {
    if (result.ok) {
      const { campaign, rejected } = result.value;
      if (campaign !== null) gathered.reports.push(campaignReportOf(campaign, 'details'));
      gathered.rejected.push(...rejected.map(rejectedCampaign));
    } else if (result.failure.kind === 'unexpectedShape') {
      gathered.rejected.push({ what: 'campaign', id: ids[index] ?? null, problem: result.failure.message });
    } else failure ??= failureOfGql(result.failure);
  });
  if (failure === null) gathered.succeeded.push('DropCampaignDetails');
  else {
    gathered.failures.push(failure);
    gathered.catalogue = 'partial';
  }
}

async function addCatalogue(context: EffectContext, gathered: Gathered): Promise<void> {
  const url = context.catalogueUrl();
  if (url === '') return;
  const result = await context.twitch.catalogue(url, context.signal);
  if (!result.ok) {
    gathered.failures.push(failureOfCatalogue(result.failure));
    return;
  }
  const { campaigns, rejected, stale } = result.value;
  if (stale)
    gathered.failures.push({ kind: 'stale', operation: 'catalogue', detail: 'older than 30 minutes', host: null });
  else gathered.succeeded.push('catalogue');
  gathered.reports.push(...campaigns.map((campaign) => campaignReportOf(campaign, 'catalogue')));
  gathered.rejected.push(...rejected.map(rejectedCampaign));
}

function rejectedCampaign({ id, path, problem }: Rejected): RejectedItem {
  return { what: 'campaign', id: id ?? path, problem };
}
