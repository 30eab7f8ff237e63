import * as v from 'valibot';
import { campaignView } from '../views/campaign.ts';
import { childIdParameter } from './child-parameter.ts';
import { choicesParameter } from './list-parameter.ts';
import { textParameter } from './page.ts';

export const campaignStates = campaignView.entries.state.options;
export const linkStates = campaignView.entries.linked.options;

export const campaignsQuery = v.strictObject({
  child: v.exactOptional(childIdParameter),
  state: v.exactOptional(choicesParameter(campaignStates)),
  linked: v.exactOptional(choicesParameter(linkStates)),
  /** The whole name, without case. */
  game: v.exactOptional(textParameter),
});

/** Running ones first, then by their end. */
export const campaignsAnswer = v.object({ campaigns: v.array(campaignView) });

export const campaignParams = v.strictObject({ id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)) });
