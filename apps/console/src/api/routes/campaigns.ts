import {
  type CampaignView,
  campaignParams,
  campaignsAnswer,
  campaignsQuery,
  campaignView,
  childQuery,
} from '@dropwise/contract';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { type ChildReader, knownChild, knownView } from './known-child.ts';
import { problems } from './problems.ts';

/** Campaigns with their drops, and for each why it is not mined. */
export function registerCampaignsRoutes(app: App, deps: { readonly fleet: ChildReader }): void {
  const { fleet } = deps;
  app.get(
    '/api/campaigns',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['status'],
        summary: 'Campaigns with their drops, running ones first.',
        querystring: campaignsQuery,
        response: { 200: campaignsAnswer, ...problems('notFound') },
      },
    },
    ({ query }) => {
      const view = knownView(fleet, knownChild(fleet, query.child));
      const campaigns = Object.values(view.campaigns).filter((campaign) => isWanted(campaign, query));
      return { campaigns: campaigns.sort(compareCampaigns) };
    },
  );
  app.get(
    '/api/campaigns/:id',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['status'],
        summary: 'One campaign.',
        params: campaignParams,
        querystring: childQuery,
        response: { 200: campaignView, ...problems('notFound') },
      },
    },
    ({ params: { id }, query }) => {
      const { campaigns } = knownView(fleet, knownChild(fleet, query.child));
      const campaign = Object.hasOwn(campaigns, id) ? campaigns[id] : undefined;
      if (campaign !== undefined) return campaign;
      const sentence = 'The miner knows no campaign with this id. Those it knows are at api/campaigns.';
      throw new ProblemError('notFound', sentence, 'params.id');
    },
  );
}

interface CampaignFilter {
  readonly state?: readonly CampaignView['state'][];
  readonly linked?: readonly CampaignView['linked'][];
  readonly game?: string;
}

function isWanted(campaign: CampaignView, { state, linked, game }: CampaignFilter): boolean {
  return (
    (state === undefined || state.includes(campaign.state)) &&
    (linked === undefined || linked.includes(campaign.linked)) &&
    (game === undefined || campaign.game.toLowerCase() === game.toLowerCase())
  );
}

const stateOrder: readonly CampaignView['state'][] = ['active', 'upcoming', 'expired'];

function compareCampaigns(a: CampaignView, b: CampaignView): number {
  return (
    stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
    a.endsAt - b.endsAt ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
