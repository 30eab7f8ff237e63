import type { LiveEventName } from '@dropwise/contract';

/** One sentence for every event; a new one without it does not compile. */
export const liveEventSentences: Readonly<Record<LiveEventName, string>> = {
  status_update: 'What the miner does now, and how its clock stands to the console’s.',
  console_output: 'New lines of the programs’ logs; skippedCount more were too many to send.',
  channel_add: 'A channel became known.',
  channel_update: 'A channel is another than before.',
  channel_remove: 'A channel is not known any more.',
  drop_progress: 'Minutes of the drop that is being earned, confirmed and estimated apart; null when there is none.',
  campaign_add: 'A campaign became known, or is another than before.',
  campaign_remove: 'A campaign is not known any more.',
  login_required: 'The sign-in to Twitch changed; state says whether a person is waited for.',
  settings_updated: 'The settings are others than before.',
  plan_update: 'A new plan, or none.',
  health_update: 'Whether it counts, and what stands in the way.',
  child_update: 'A program that is looked after became known, or is another than before.',
  child_remove: 'A program is not looked after any more.',
  fact_stored: 'History has grown by a fact. The state is unchanged.',
};
