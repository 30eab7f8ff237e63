import { notificationRuleIds } from '@dropwise/core/notifications';
import * as v from 'valibot';
import { pageOf, pageParameters } from './page.ts';

export const maxNotificationChannels = 50;

const channelId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'expected the id of a channel'));
const channelKind = v.pipe(v.string(), v.regex(/^[a-z]{1,30}$/, 'expected a kind such as discord'));
/** What the fields of its kind say: `GET /api/notifications/kinds`. */
const channelConfig = v.record(v.pipe(v.string(), v.maxLength(60)), v.unknown());
const rules = v.pipe(
  v.array(v.picklist(notificationRuleIds, `expected rules out of ${notificationRuleIds.join(', ')}`)),
  v.maxLength(notificationRuleIds.length, 'expected every rule once at most'),
);
/** For campaigns that are found: any, or only those that the settings want. */
const campaigns = v.picklist(['any', 'wanted'], 'expected any or wanted');

/** Where a person is told, and of what. A secret that is sent as `[set]` stays as it is. */
export const notificationChannelBody = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty('expected a name'), v.maxLength(80, 'expected at most 80 characters')),
  kind: channelKind,
  enabled: v.optional(v.boolean(), true),
  rules,
  campaigns: v.optional(campaigns, 'wanted'),
  config: channelConfig,
});
export type NotificationChannelBody = v.InferOutput<typeof notificationChannelBody>;

/** As `config/notifications.json` holds it: secrets included. */
export const savedNotificationChannel = v.strictObject({ id: channelId, ...notificationChannelBody.entries });
export type SavedNotificationChannel = v.InferOutput<typeof savedNotificationChannel>;

export const notificationChannelView = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.string(),
  enabled: v.boolean(),
  rules: v.array(v.picklist(notificationRuleIds)),
  campaigns,
  /** Secrets are `[set]`, or empty. */
  config: v.record(v.string(), v.unknown()),
  /** Why nothing can be sent as it is set up; null = it can. */
  problem: v.nullable(v.string()),
});
export type NotificationChannelView = v.InferOutput<typeof notificationChannelView>;

export const notificationChannelsAnswer = v.object({
  channels: v.array(notificationChannelView),
  /** What of the file could not be used, one sentence each. */
  problems: v.array(v.string()),
});

export const notificationChannelParameter = v.object({ id: channelId });

/** A saved channel as it is (`id` alone), or a form as it is filled in; `id` beside it says whose secrets `[set]` means. */
export const notificationTestBody = v.strictObject({
  id: v.optional(v.nullable(channelId), null),
  channel: v.optional(v.nullable(v.strictObject({ kind: channelKind, config: channelConfig })), null),
});
export type NotificationTestBody = v.InferOutput<typeof notificationTestBody>;

export const notificationTestAnswer = v.object({
  delivered: v.boolean(),
  /** Never what the other side answered. */
  sentence: v.string(),
});

export const notificationDeliveriesQuery = v.strictObject({
  ...pageParameters,
  channelId: v.exactOptional(channelId),
});

export const notificationDeliveryView = v.object({
  id: v.number(),
  at: v.number(),
  channelId: v.string(),
  rule: v.string(),
  title: v.string(),
  text: v.string(),
  state: v.picklist(['delivered', 'failed', 'waiting']),
  attempts: v.number(),
  lastAttemptAt: v.nullable(v.number()),
  detail: v.string(),
});
export const notificationDeliveriesAnswer = pageOf(notificationDeliveryView);

export const notificationRulesAnswer = v.object({
  rules: v.array(
    v.object({
      id: v.picklist(notificationRuleIds),
      name: v.string(),
      doc: v.string(),
      /** Sent in quiet hours too. */
      urgent: v.boolean(),
      /** Whether a new channel has it. */
      usual: v.boolean(),
    }),
  ),
});

export const notificationKindsAnswer = v.object({
  kinds: v.array(
    v.object({
      kind: v.string(),
      name: v.string(),
      doc: v.string(),
      fields: v.array(
        v.object({
          name: v.string(),
          label: v.string(),
          doc: v.string(),
          control: v.picklist(['text', 'number', 'switch', 'choice', 'list', 'map']),
          choices: v.array(v.string()),
          required: v.boolean(),
          secret: v.boolean(),
          /** When it changes, secrets have to be entered anew. */
          destination: v.boolean(),
          default: v.unknown(),
        }),
      ),
    }),
  ),
});
