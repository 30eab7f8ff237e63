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

type SocketChanged = Extract<SocketEvent, { kind: 'socketChanged' }>;

/** Makes one picture of all sockets: how many are open of how many there should be, and what went wrong last. */
export function createSocketTranslator(views: () => readonly SocketView[]): (event: SocketChanged) => Input {
  const wasOpen = new Set<number>();
  return ({ index, status }) => {
    const needed = views().filter((view) => view.status.kind !== 'closed');
    const connected = needed.filter((view) => view.status.kind === 'open').length;
    const problem = status.kind === 'waiting' ? problemOf(status.reason, wasOpen.has(index)) : null;
    if (status.kind === 'open') wasOpen.add(index);
    else if (status.kind !== 'connecting') wasOpen.delete(index);
    const detail = status.kind === 'waiting' ? status.reason : '';
    return { kind: 'socketChanged', connected, total: needed.length, problem, detail };
  };
}

function problemOf(reason: string, wasOpen: boolean): SocketProblem {
  if (/no PONG|nothing heard/.test(reason)) return 'noPong';
  if (/asked to reconnect/.test(reason)) return 'reconnect';
  return wasOpen ? 'dropped' : 'refused';
}
