import type { Effect, WatchOutcome } from '@dropwise/core';
import type { NetworkError } from '@dropwise/kit';
import { type WatchTransportName, watchTransportNames } from '@dropwise/twitch';
import { failureOfGql, failureOfNetwork } from '../translate/failures.ts';
import type { EffectContext } from './effect-context.ts';

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

export async function sendWatch(context: EffectContext, effect: Of<'watch'>): Promise<void> {
  const { twitch, post, signal } = context;
  const { target, transport } = effect;
  const { channelId } = target;
  const answer = (outcome: WatchOutcome): void => post({ kind: 'watchAnswered', channelId, transport, outcome });
  const name = nameOf(transport);
  if (name === null) return answer({ kind: 'refused', detail: `there is no way of watching called ${transport}` });
  const outcome = await twitch.transport(name).send(target, signal);
  switch (outcome.kind) {
    case 'accepted':
      return answer({ kind: 'accepted' });
    case 'refused':
      return answer(refusalOf(transport, outcome));
    case 'unreachable':
      return answer({ kind: 'failed', failure: failureOfWatchHost(transport, outcome.networkError) });
  }
}

/** A 5xx is Twitch's trouble, not a verdict on the event. */
function refusalOf(transport: string, refused: { reason: string; status: number | null }): WatchOutcome {
  const { reason: detail, status } = refused;
  if (status === null || status < 500) return { kind: 'refused', detail };
  return { kind: 'failed', failure: { kind: 'down', operation: `watch:${transport}`, detail, host: null } };
}

function nameOf(transport: string): WatchTransportName | null {
  return watchTransportNames.find((name) => name === transport) ?? null;
}

/** A watch host that refuses connections is mostly one that a block list answers for with 0.0.0.0. Protocol 7. */
function failureOfWatchHost(transport: string, error: NetworkError) {
  const failure = failureOfNetwork(`watch:${transport}`, error);
  const isName = /[a-z]/i.test(error.host) && !error.host.startsWith('localhost');
  return error.kind === 'refused' && isName ? { ...failure, kind: 'dns' as const } : failure;
}

export async function fetchCurrentSession(context: EffectContext, effect: Of<'fetchCurrentSession'>): Promise<void> {
  const { twitch, post, signal, endsSession } = context;
  const result = await twitch.currentDrop(effect.channelId, signal);
  if (result.ok) {
    const session = result.value;
    post({
      kind: 'currentSessionArrived',
      session: session && { channelId: session.channelId, dropId: session.dropId, minutes: session.minutes },
    });
    return;
  }
  const failure = failureOfGql(result.failure);
  if (!endsSession(failure)) post({ kind: 'currentSessionFailed', failure });
}
