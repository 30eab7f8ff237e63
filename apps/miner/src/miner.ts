import {
  createMinerState,
  type Fact,
  type Input,
  type Memory,
  type MinerState,
  miningSettingsOf,
  type Settings,
} from '@dropwise/core';
import type { Clock, HttpDoor, Random, SocketDoor } from '@dropwise/kit';
import {
  type ClientChoice,
  type CookieJar,
  createTwitch,
  defaultRetryPolicy,
  formatCookieJar,
  type ProtocolData,
  type Trace,
  type Twitch,
  type TwitchEvent,
} from '@dropwise/twitch';
import { createEffects } from './effects/carry-out.ts';
import { createLoop } from './loop.ts';
import { createSocketTranslator, inputOfTopicEvent } from './translate/socket-events.ts';

/** The parts that a miner is made of; which ones is `compose.ts`'s business, or a test's. */
export interface MinerParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly http: HttpDoor;
  readonly sockets: SocketDoor;
  readonly jar: CookieJar;
  readonly protocol: () => ProtocolData;
  readonly settings: Settings;
  /** The machine's, for paused hours whose time zone nobody named. Default UTC. */
  readonly timeZone?: () => string;
  readonly memory: Memory | null;
  readonly onFact: (fact: Fact) => void;
  /** Called with every input before it is handled. */
  readonly onInput?: (input: Input, now: number) => void;
  readonly saveMemory: (memory: Memory) => void;
  /** Resolves when the last memory that was saved is on the disk. Default: at once. */
  readonly remembered?: () => Promise<void>;
  /** The jar as text, for a file that only its owner reads. */
  readonly saveCookies: (text: string) => void;
  /** Called after every input that changed the state. */
  readonly onState?: (state: MinerState) => void;
  /** What is known of the login may be another: `twitch.account.standing`. */
  readonly onStanding?: () => void;
  readonly trace?: Trace;
}

export interface Miner extends AsyncDisposable {
  readonly state: MinerState;
  readonly twitch: Twitch;
  /** Resolves when the miner has ended by itself or by `stopRequested`. */
  readonly ended: Promise<void>;
  start(): void;
  post(input: Input): void;
  changeSettings(settings: Settings): void;
  /** The client that it signs in as, by name. */
  readonly clientName: string;
}

/** Joins the pure step to Twitch's wire. Nothing happens before `start`. */
export function createMiner(parts: MinerParts): Miner {
  let { settings } = parts;
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const twitch = createTwitch({
    http: parts.http,
    sockets: parts.sockets,
    clock: parts.clock,
    random: parts.random,
    protocol: () => ({ ...parts.protocol(), socketDialect: settings.twitch.socket }),
    client: clientOf(settings),
    jar: parts.jar,
    requestTimeoutMs: 10_000 * settings.network.connectionQuality,
    // The step has its own schedule for trying again; here only what a moment's trouble costs.
    retry: { ...defaultRetryPolicy, attempts: 3 },
    onEvent: onTwitchEvent,
    ...(parts.trace === undefined ? {} : { trace: parts.trace }),
  });
  // `Intl` takes 8 MB once it is used: only who pauses by the clock pays for it.
  const stepSettings = (from: Settings) =>
    miningSettingsOf(from, from.mining.pausedHours.length === 0 ? undefined : parts.timeZone?.());
  const inputOfSocket = createSocketTranslator(() => twitch.pool.view());
  const rejected = (what: string, error: unknown): void =>
    parts.onFact({
      kind: 'inputRejected',
      input: what,
      problem: error instanceof Error ? error.message : String(error),
    });
  const loop = createLoop({
    clock: parts.clock,
    initial: createMinerState(stepSettings(settings)),
    carryOut: (effect) => effects.carryOut(effect),
    onFact: parts.onFact,
    onBroken: (input, error) => rejected(input.kind, error),
    ...(parts.onInput === undefined ? {} : { onInput: parts.onInput }),
    ...(parts.onState === undefined ? {} : { onState: parts.onState }),
  });
  const effects = createEffects({
    twitch,
    clock: parts.clock,
    post: loop.post,
    state: () => loop.state,
    catalogueUrl: () => settings.discovery.catalogueUrl,
    saveMemory: parts.saveMemory,
    ...(parts.remembered === undefined ? {} : { remembered: parts.remembered }),
    onExit: end,
    onBroken: (effect, error) => rejected(effect.kind, error),
  });

  function onTwitchEvent(event: TwitchEvent): void {
    switch (event.kind) {
      case 'deviceCodeIssued':
        return loop.post(event);
      case 'cookiesChanged':
        return parts.saveCookies(formatCookieJar(parts.jar));
      case 'sessionChanged':
        return effects.listener.refresh();
      case 'standingChanged':
        return parts.onStanding?.();
      case 'socketChanged':
        return loop.post(inputOfSocket(event));
      case 'topicRefused':
        effects.listener.noteRefused(event.topic);
        return loop.post({ kind: 'topicRefused', topic: event.topic, error: event.code });
      case 'messageRejected':
        return loop.post({ kind: 'messageRejected', topic: event.topic ?? 'the socket', problem: event.problem });
      case 'topicMessage': {
        effects.listener.noteHeard(event.topic);
        const input = inputOfTopicEvent(event.event);
        if (input !== null) loop.post(input);
      }
    }
  }

  return {
    get state() {
      return loop.state;
    },
    twitch,
    ended,
    get clientName() {
      const choice = clientOf(settings);
      return choice.kind === 'named' ? choice.name : choice.kind;
    },
    start: () => loop.post({ kind: 'started', memory: parts.memory }),
    post: loop.post,
    changeSettings(next) {
      settings = next;
      loop.post({ kind: 'settingsChanged', settings: stepSettings(next) });
    },
    async [Symbol.asyncDispose]() {
      effects[Symbol.dispose]();
      await twitch[Symbol.asyncDispose]();
    },
  };
}

export function clientOf(settings: Settings): ClientChoice {
  const { client, customClientId } = settings.twitch;
  if (client !== 'custom') return { kind: 'named', name: client };
  return customClientId === '' ? { kind: 'named', name: 'tv' } : { kind: 'custom', clientId: customClientId };
}
