import { assertNever, fail, type Result, succeed } from '@dropwise/kit';
import type { LiveChange, LiveEvent } from './live-event.ts';
import { type LiveState, maxLiveLines } from './live-state.ts';

/** An event that does not follow the state: `seen` is in it already, `missed` came before it and are lost. */
export interface OutOfSequence {
  readonly kind: 'seen' | 'missed';
  readonly expectedSeq: number;
  readonly foundSeq: number;
}

/**
 * The state after the event. Parts that the event is not about stay the same objects. A client drops what it has `seen`, and
 * connects anew when it `missed` something.
 */
export function applyLiveEvent(state: LiveState, event: LiveEvent): Result<LiveState, OutOfSequence> {
  const expectedSeq = state.seq + 1;
  if (event.seq !== expectedSeq) {
    return fail({ kind: event.seq < expectedSeq ? 'seen' : 'missed', expectedSeq, foundSeq: event.seq });
  }
  return succeed({ ...state, ...changedParts(state, event), seq: event.seq });
}

function changedParts(state: LiveState, change: LiveChange): Partial<LiveState> {
  switch (change.name) {
    case 'status_update':
      return { status: change.status, minerClock: change.minerClock };
    case 'console_output':
      return { lines: [...state.lines, ...change.lines].slice(-maxLiveLines) };
    case 'channel_add':
    case 'channel_update':
      return { channels: { ...state.channels, [change.channel.id]: change.channel } };
    case 'channel_remove':
      return { channels: without(state.channels, change.id) };
    case 'drop_progress':
      return { progress: change.progress };
    case 'campaign_add':
      return { campaigns: { ...state.campaigns, [change.campaign.id]: change.campaign } };
    case 'campaign_remove':
      return { campaigns: without(state.campaigns, change.id) };
    case 'login_required':
      return { login: change.login };
    case 'settings_updated':
      return { settings: change.settings };
    case 'plan_update':
      return { plan: change.plan };
    case 'health_update':
      return { health: change.health };
    case 'child_update':
      return { children: { ...state.children, [change.child.id]: change.child } };
    case 'child_remove':
      return { children: without(state.children, change.id) };
    case 'fact_stored':
      return {};
    default:
      return assertNever(change);
  }
}

function without<Item>(items: Readonly<Record<string, Item>>, id: string): Readonly<Record<string, Item>> {
  const { [id]: _removed, ...rest } = items;
  return rest;
}
