import type { Effect, Input, Memory, MinerState, TimerKey } from '@dropwise/core';
import { assertNever, type Clock } from '@dropwise/kit';
import type { Twitch } from '@dropwise/twitch';
import { createKeyedTimers } from '../timers.ts';
import { claimDrop } from './claim-drop.ts';
import type { EffectContext } from './effect-context.ts';
import { checkChannel, fetchAvailableDrops, fetchChannels } from './fetch-channels.ts';
import { fetchInventory } from './fetch-inventory.ts';
import { createListener, type Listener } from './listen.ts';
import { createSignIn } from './sign-in.ts';
import { fetchCurrentSession, sendWatch } from './watch.ts';

export interface EffectParts {
  readonly twitch: Twitch;
  readonly clock: Clock;
  readonly post: (input: Input) => void;
  readonly state: () => MinerState;
  readonly catalogueUrl: () => string;
  readonly saveMemory: (memory: Memory) => void;
  /** See `EffectContext`. Default: at once. */
  readonly remembered?: () => Promise<void>;
  readonly onExit: () => void;
  /** An effect that threw: a bug of ours, told and survived. */
  readonly onBroken: (effect: Effect, error: unknown) => void;
}

export interface Effects extends Disposable {
  readonly listener: Listener;
  carryOut(effect: Effect): void;
}

/** Turns effects into work and its outcomes into inputs. Disposing stops everything under way. */
export function createEffects(parts: EffectParts): Effects {
  const stop = new AbortController();
  const { twitch, clock, post, state, catalogueUrl } = parts;
  const timers = createKeyedTimers<TimerKey>(clock, (key) => post({ kind: 'timerFired', key }));
  const context: EffectContext = {
    twitch,
    clock,
    post,
    state,
    catalogueUrl,
    signal: stop.signal,
    remembered: parts.remembered ?? (() => Promise.resolve()),
    endsSession(failure) {
      if (failure.kind !== 'unauthorized') return false;
      post({ kind: 'sessionRevoked', detail: failure.detail });
      return true;
    },
  };
  const signIn = createSignIn(context);
  const listener = createListener(twitch, clock, (topic) => post({ kind: 'topicAccepted', topic }));

  /** Async, so that what throws at once is answered like what rejects. */
  async function begin(effect: Effect): Promise<void> {
    switch (effect.kind) {
      case 'signIn':
        return signIn.signIn(effect.fresh);
      case 'signOut':
        return signIn.signOut();
      case 'fetchInventory':
        return fetchInventory(context, effect);
      case 'fetchChannels':
        return fetchChannels(context, effect);
      case 'checkChannel':
        return checkChannel(context, effect);
      case 'fetchAvailableDrops':
        return fetchAvailableDrops(context, effect);
      case 'listen':
        return listener.listen(effect.channelIds);
      case 'watch':
        return sendWatch(context, effect);
      case 'fetchCurrentSession':
        return fetchCurrentSession(context, effect);
      case 'claimDrop':
        return claimDrop(context, effect);
      case 'deleteNotification':
        return deleteNotification(context, effect.notificationId);
      case 'startTimer':
        return timers.start(effect.key, effect.at);
      case 'stopTimer':
        return timers.stop(effect.key);
      case 'saveMemory':
        return parts.saveMemory(effect.memory);
      case 'exit':
        return parts.onExit();
      default:
        assertNever(effect);
    }
  }

  return {
    listener,
    carryOut(effect) {
      begin(effect).catch((error: unknown) => {
        if (stop.signal.aborted) return;
        parts.onBroken(effect, error);
        const answer = answerForBroken(effect, error);
        if (answer !== null) post(answer);
      });
    },
    [Symbol.dispose]() {
      stop.abort(new Error('the miner stops'));
      timers[Symbol.dispose]();
      listener[Symbol.dispose]();
    },
  };
}

/** What the step waits for must come, also when our own work broke. */
function answerForBroken(effect: Effect, error: unknown): Input | null {
  const detail = error instanceof Error ? error.message : String(error);
  const failure = { kind: 'refused', operation: effect.kind, detail, host: null } as const;
  const nothing = { reports: [], rejected: [], failures: [failure], succeeded: [] };
  switch (effect.kind) {
    case 'signIn':
    case 'signOut':
      return { kind: 'signInFailed', reason: 'unreachable', detail };
    case 'fetchInventory':
      return {
        kind: 'inventoryArrived',
        requestId: effect.requestId,
        ...nothing,
        claimedBenefits: null,
        catalogue: 'partial',
      };
    case 'fetchChannels':
      return { kind: 'channelsArrived', requestId: effect.requestId, ...nothing };
    case 'checkChannel':
      return { kind: 'channelCheckFailed', channelId: effect.channelId, failure };
    case 'watch': {
      const { transport, target } = effect;
      return { kind: 'watchAnswered', channelId: target.channelId, transport, outcome: { kind: 'failed', failure } };
    }
    case 'claimDrop':
      return { kind: 'claimAnswered', dropId: effect.dropId, outcome: { kind: 'refused', detail } };
    default:
      return null;
  }
}

async function deleteNotification(context: EffectContext, notificationId: string): Promise<void> {
  await context.twitch.deleteNotification(notificationId, context.signal);
}
