import {
  notificationChannelBody,
  notificationChannelParameter,
  notificationChannelsAnswer,
  notificationChannelView,
  notificationDeliveriesAnswer,
  notificationDeliveriesQuery,
  notificationKindsAnswer,
  notificationRulesAnswer,
  notificationTestAnswer,
  notificationTestBody,
} from '@dropwise/contract';
import { notificationRuleIds, notificationRules } from '@dropwise/core/notifications';
import type { Result } from '@dropwise/kit';
import { channels as channelKinds } from '@dropwise/notify';
import type { StoreReader } from '@dropwise/store';
import type { AuditLog } from '../../auth/audit-log.ts';
import { consoleId } from '../../children/fleet-sink.ts';
import { type ChannelProblem, type ChannelRegistry, channelViewOf } from '../../notifications/channel-registry.ts';
import type { Notifier } from '../../notifications/create-notifier.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import type { CommandLimit } from './command-limit.ts';
import { problems } from './problems.ts';
import { takeTurn } from './send-command.ts';

export interface NotificationRoutesDeps {
  readonly notifier: Pick<Notifier, 'sendTest'>;
  readonly channels: ChannelRegistry;
  readonly reader: Pick<StoreReader, 'deliveries'>;
  readonly audit: AuditLog;
  /** A button that sends to any address must not become a way to look for open ports. */
  readonly limit: CommandLimit;
}

const tags = ['notifications'];
const read = { scope: 'read' } as const;
const control = { scope: 'control' } as const;

/** Where people are told, and of what. */
export function registerNotificationsRoutes(app: App, deps: NotificationRoutesDeps): void {
  registerLookups(app, deps);
  registerChannelRoutes(app, deps);
  app.post(
    '/api/notifications/test',
    {
      config: control,
      schema: {
        tags,
        summary: 'Sends a test: to a saved channel, or to a form as it is filled in.',
        body: notificationTestBody,
        response: { 200: notificationTestAnswer, ...problems('notFound') },
      },
    },
    async ({ body, who }, reply) => {
      takeTurn(deps.limit, reply, consoleId, 'notifications.test');
      const delivery = taken(await deps.notifier.sendTest(body));
      const delivered = delivery.kind === 'delivered';
      const kind = body.channel?.kind ?? deps.channels.find(body.id ?? '')?.kind ?? null;
      deps.audit.record({
        who,
        action: 'notifications.test',
        target: body.id ?? '',
        before: null,
        after: { kind, delivered },
      });
      return { delivered, sentence: delivery.kind === 'delivered' ? delivery.detail : delivery.why };
    },
  );
}

function registerLookups(app: App, { channels, reader }: NotificationRoutesDeps): void {
  app.get(
    '/api/notifications/channels',
    {
      config: read,
      schema: {
        tags,
        summary: 'Where people are told. Secrets are not shown.',
        response: { 200: notificationChannelsAnswer, ...problems() },
      },
    },
    () => ({ channels: channels.channels.map(channelViewOf), problems: [...channels.problems] }),
  );
  app.get(
    '/api/notifications/deliveries',
    {
      config: read,
      schema: {
        tags,
        summary: 'What was sent, what waits, and what was given up, newest first.',
        querystring: notificationDeliveriesQuery,
        response: { 200: notificationDeliveriesAnswer, ...problems() },
      },
    },
    ({ query }) => {
      const { items, next } = reader.deliveries(query);
      return { items: [...items], next };
    },
  );
  app.get(
    '/api/notifications/rules',
    {
      config: read,
      schema: { tags, summary: 'What one can be told of.', response: { 200: notificationRulesAnswer, ...problems() } },
    },
    () => ({
      rules: notificationRuleIds.map((id) => {
        const { name, doc, urgent, usual } = notificationRules[id];
        return { id, name, doc, urgent, usual };
      }),
    }),
  );
  app.get(
    '/api/notifications/kinds',
    {
      config: read,
      schema: {
        tags,
        summary: 'The kinds of channels, with the fields of their forms.',
        response: { 200: notificationKindsAnswer, ...problems() },
      },
    },
    () => ({
      kinds: channelKinds.map(({ kind, name, doc, fields }) => ({
        kind,
        name,
        doc,
        fields: fields.map((field) => ({ ...field, choices: [...field.choices] })),
      })),
    }),
  );
}

function registerChannelRoutes(app: App, { channels, audit }: NotificationRoutesDeps): void {
  app.post(
    '/api/notifications/channels',
    {
      config: control,
      schema: {
        tags,
        summary: 'Adds a channel.',
        body: notificationChannelBody,
        response: { 201: notificationChannelView, ...problems('conflict', 'unavailable') },
      },
    },
    async ({ body, who }, reply) => {
      const view = channelViewOf(taken(await channels.add(body)));
      audit.record({ who, action: 'notifications.add', target: view.id, before: null, after: view });
      reply.code(201);
      return view;
    },
  );
  app.put(
    '/api/notifications/channels/:id',
    {
      config: control,
      schema: {
        tags,
        summary: 'Changes a channel. A secret that is sent as [set] stays, while it goes where it went.',
        params: notificationChannelParameter,
        body: notificationChannelBody,
        response: { 200: notificationChannelView, ...problems('notFound', 'unavailable') },
      },
    },
    async ({ body, params, who }) => {
      const saved = channels.find(params.id);
      const view = channelViewOf(taken(await channels.replace(params.id, body)));
      const before = saved === null ? null : channelViewOf(saved);
      audit.record({ who, action: 'notifications.change', target: view.id, before, after: view });
      return view;
    },
  );
  app.delete(
    '/api/notifications/channels/:id',
    {
      config: control,
      schema: {
        tags,
        summary: 'Removes a channel. What waits for it is given up.',
        params: notificationChannelParameter,
        response: { 200: notificationChannelsAnswer, ...problems('notFound', 'unavailable') },
      },
    },
    async ({ params, who }) => {
      const view = channelViewOf(taken(await channels.remove(params.id)));
      audit.record({ who, action: 'notifications.remove', target: view.id, before: view, after: null });
      return { channels: channels.channels.map(channelViewOf), problems: [...channels.problems] };
    },
  );
}

function taken<Value>(result: Result<Value, ChannelProblem>): Value {
  if (result.ok) return result.value;
  const { kind, sentence, field } = result.failure;
  throw new ProblemError(kind, sentence, field === null ? null : `body.config.${field}`);
}
