import { type ChannelView, channelsAnswer, childQuery, commandAnswer, selectChannelBody } from '@dropwise/contract';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { knownChild, knownView } from './known-child.ts';
import { commandProblems, problems } from './problems.ts';
import { type CommandDeps, sendCommand } from './send-command.ts';

/** Channels that the miner knows, and the owner's own choice among them. */
export function registerChannelsRoutes(app: App, deps: CommandDeps): void {
  const { fleet } = deps;
  app.get(
    '/api/channels',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['status'],
        summary: 'The channels that the miner knows: the watched one first, then live ones with drops.',
        querystring: childQuery,
        response: { 200: channelsAnswer, ...problems('notFound') },
      },
    },
    (request) => {
      const view = knownView(fleet, knownChild(fleet, request.query.child));
      return { channels: Object.values(view.channels).sort(compareChannels) };
    },
  );
  app.post(
    '/api/channels/select',
    {
      config: { scope: 'control' },
      schema: {
        tags: ['commands'],
        summary: 'Watches this channel until it ends or the manual mode is left.',
        querystring: childQuery,
        body: selectChannelBody,
        response: { 200: commandAnswer, ...commandProblems },
      },
    },
    async (request, reply) => {
      const child = knownChild(fleet, request.query.child);
      const view = knownView(fleet, child);
      const channel = channelMeant(Object.values(view.channels), request.body);
      return sendCommand(deps, request, reply, {
        childId: child.id,
        command: { kind: 'selectChannel', channelId: channel.id, login: channel.login },
        before: { watching: view.status.watching?.login ?? null },
        sentence: `${channel.displayName} is watched now.`,
      });
    },
  );
  app.post(
    '/api/mode/exit-manual',
    {
      config: { scope: 'control' },
      schema: {
        tags: ['commands'],
        summary: 'Leaves the manual mode: the miner chooses channels again.',
        querystring: childQuery,
        response: { 200: commandAnswer, ...commandProblems },
      },
    },
    async (request, reply) => {
      const child = knownChild(fleet, request.query.child);
      return sendCommand(deps, request, reply, {
        childId: child.id,
        command: { kind: 'exitManual' },
        before: { manual: fleet.view(child.id)?.status.manual?.login ?? null },
        sentence: 'The miner chooses channels again.',
      });
    },
  );
}

function channelMeant(
  channels: readonly ChannelView[],
  wanted: { readonly channelId?: string; readonly login?: string },
): ChannelView {
  const { channelId, login } = wanted;
  const found = channels.find(
    (channel) =>
      (channelId === undefined || channel.id === channelId) &&
      (login === undefined || channel.login.toLowerCase() === login.toLowerCase()),
  );
  if (found !== undefined) return found;
  const name = login ?? channelId ?? '';
  throw new ProblemError(
    'notFound',
    `The miner knows no channel "${name}". Those it knows are at api/channels.`,
    login === undefined ? 'body.channelId' : 'body.login',
  );
}

function compareChannels(a: ChannelView, b: ChannelView): number {
  return rank(a) - rank(b) || (b.viewers ?? 0) - (a.viewers ?? 0) || (a.login < b.login ? -1 : 1);
}

function rank({ watching, live, drops }: ChannelView): number {
  if (watching) return 0;
  if (!live) return 3;
  return drops === true ? 1 : 2;
}
