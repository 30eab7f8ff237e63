import type { Input, SocketProblem } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import type { SocketEvent, SocketView, TopicEvent } from '@dropwise/twitch';

/** What a topic's message means to the miner; null = nothing. */
export function inputOfTopicEvent(event: TopicEvent): Input | null {
  switch (event.kind) {
    case 'dropProgressed':
      return { kind: 'dropProgressed', dropId: event.dropId, channelId: event.channelId, minutes: event.minutes };
    case 'dropBecameClaimable':
      return { kind: 'dropBecameClaimable', dropId: event.dropId, instanceId: event.instanceId };
    case 'notificationCreated':
      return event.isDropReward ? { kind: 'rewardReminded', notificationId: event.notificationId } : null;
    case 'streamWentUp':
    case 'streamWentDown':
      return { kind: event.kind, channelId: event.channelId };
    case 'viewersCounted':
      return { kind: 'viewersCounted', channelId: event.channelId, viewers: event.viewers };
    case 'broadcastSettingsChanged':
      return { kind: 'broadcastChanged', channelId: event.channelId };
    default:
      return assertNever(event);
  }
}

/** All sockets as one: how many are open of how many there should be, and what is wrong with the worst. */
export function inputOfSockets(
  views: readonly SocketView[],
  event: Extract<SocketEvent, { kind: 'socketChanged' }>,
): Input {
  const needed = views.filter(({ status }) => status.kind !== 'closed');
  const connected = needed.filter(({ status }) => status.kind === 'open').length;
  const waiting = event.status.kind === 'waiting' ? event.status : null;
  return {
    kind: 'socketChanged',
    connected,
    total: needed.length,
    problem: waiting === null ? null : problemOf(waiting.reason),
    detail: waiting?.reason ?? '',
  };
}

function problemOf(reason: string): SocketProblem {
  if (/no PONG|nothing heard/.test(reason)) return 'noPong';
  if (/asked to reconnect/.test(reason)) return 'reconnect';
  return /closed with 1006/.test(reason) ? 'refused' : 'dropped';
}
