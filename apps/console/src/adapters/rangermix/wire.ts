import * as v from 'valibot';
import { cleanName } from '../lines/clean-text.ts';

/** The shapes of rangermix, peers 2.3 and 2.4. Fields that are not named here are ignored; every text is made fit to be shown. */

const name = v.pipe(
  v.string(),
  v.transform((text) => cleanName(text, 300)),
);
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(120));
const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const address = v.pipe(v.string(), v.transform(webAddress));
const instant = v.pipe(
  v.string(),
  v.maxLength(60),
  v.transform((text) => Date.parse(text)),
  v.finite('an instant such as 2026-08-01T16:00:00+00:00 was expected'),
);
/** Read one by one afterwards, so that one that does not fit takes no others with it. */
const list = v.pipe(v.array(v.unknown()), v.maxLength(5_000));

export const channel = v.object({
  id: wholeNumber,
  name,
  game: v.nullable(name),
  game_id: v.nullable(wholeNumber),
  viewers: v.nullable(wholeNumber),
  online: v.boolean(),
  drops_enabled: v.boolean(),
  acl_based: v.boolean(),
  watching: v.boolean(),
});
export type WireChannel = v.InferOutput<typeof channel>;

export const drop = v.object({
  id,
  name,
  current_minutes: wholeNumber,
  required_minutes: wholeNumber,
  is_claimed: v.boolean(),
  can_claim: v.boolean(),
  benefits: v.pipe(
    v.array(v.object({ name, type: v.pipe(v.string(), v.maxLength(60)), image_url: v.nullable(address) })),
    v.maxLength(100),
  ),
  starts_at: instant,
  ends_at: instant,
});
export type WireDrop = v.InferOutput<typeof drop>;

export const campaign = v.object({
  id,
  name,
  game_name: name,
  game_box_art_url: v.nullish(address, null),
  campaign_url: v.nullish(address, null),
  link_url: v.nullish(address, null),
  starts_at: instant,
  ends_at: instant,
  linked: v.boolean(),
  active: v.boolean(),
  upcoming: v.boolean(),
  expired: v.boolean(),
  claimed_drops: wholeNumber,
  drops: v.pipe(v.array(drop), v.maxLength(200)),
});
export type WireCampaign = v.InferOutput<typeof campaign>;

export const dropProgress = v.object({
  drop_id: id,
  drop_name: name,
  campaign_name: name,
  campaign_id: id,
  game_name: name,
  current_minutes: wholeNumber,
  required_minutes: wholeNumber,
  remaining_seconds: wholeNumber,
});
export type WireProgress = v.InferOutput<typeof dropProgress>;

export const manualMode = v.object({
  active: v.boolean(),
  game_name: v.nullish(name, null),
  channel_name: v.nullish(name, null),
});
export type WireManual = v.InferOutput<typeof manualMode>;

const oauthCode = v.object({ url: address, code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{4,20}$/)) });
export type WireCode = v.InferOutput<typeof oauthCode>;

export const loginStatus = v.object({ status: name, user_id: v.nullable(wholeNumber) });
export type WireLogin = v.InferOutput<typeof loginStatus>;

/** Flat, names of peers 2.1. Holds the proxy in clear: never shown. */
export const settings = v.record(v.string(), v.unknown());

/** Event → what it carries. Events that are not here are signs of life. */
export const events = {
  initial_state: v.object({
    status: name,
    channels: list,
    campaigns: list,
    settings,
    login: v.object({ ...loginStatus.entries, oauth_pending: v.nullish(oauthCode, null) }),
    manual_mode: manualMode,
    current_drop: v.nullable(dropProgress),
  }),
  status_update: v.object({ status: name }),
  console_output: v.object({ message: v.pipe(v.string(), v.maxLength(20_000)) }),
  channel_add: channel,
  channel_update: channel,
  channel_remove: v.object({ id: wholeNumber }),
  channels_clear: v.unknown(),
  channels_batch_update: v.object({ channels: list }),
  channel_watching: v.object({ id: wholeNumber }),
  channel_watching_clear: v.unknown(),
  inventory_clear: v.unknown(),
  inventory_batch_update: v.object({ campaigns: list }),
  campaign_add: campaign,
  drop_update: v.object({ campaign_id: id, drop }),
  drop_progress: dropProgress,
  drop_progress_stop: v.unknown(),
  login_status: loginStatus,
  oauth_code_required: oauthCode,
  settings_updated: settings,
  games_available: v.object({ games: list }),
  manual_mode_update: manualMode,
  websocket_status: v.object({ idx: wholeNumber, status: name, total_websockets: wholeNumber }),
  attention_required: v.unknown(),
} as const;

export type RangermixEvents = { readonly [Name in keyof typeof events]: v.InferOutput<(typeof events)[Name]> };
export type RangermixEventName = keyof RangermixEvents;

export function isEventName(event: string): event is RangermixEventName {
  return Object.hasOwn(events, event);
}

/** Where in the message what was expected, without quoting it: it may hold a secret. */
export function describeMisfit(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map((item) => cleanName(String(item.key), 40)).join('.');
  const expected = issue.expected ?? 'something else';
  return `${path === '' ? 'the whole' : path}: expected ${expected}`;
}

/** Nothing but a web page may become a link. */
function webAddress(text: string): string | null {
  const url = text.length <= 1_000 ? URL.parse(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
