import { type Clock, hashText, type Timer } from '@dropwise/kit';
import type { Scenario, ScenarioChannel, ScenarioGame } from '../scenarios/scenario.ts';
import { type ScheduleSpan, scheduleSpanAt } from './schedule.ts';
import type { WorldEvents } from './world-event.ts';

/** A running stream. */
export interface Stream {
  /** Numeric string, new with every stream. */
  readonly broadcastId: string;
  readonly startedAt: number;
  readonly viewers: number;
  /** Null: a channel without a game. */
  readonly game: ScenarioGame | null;
}

/** What the control door or a test sets over the schedule. */
export interface ChannelChange {
  readonly live?: boolean;
  /** A game's id or name; null = none. */
  readonly game?: string | null;
  readonly viewers?: number;
}

export interface WorldChannel {
  readonly definition: ScenarioChannel;
  readonly title: string;
}

interface ChannelState {
  readonly channel: WorldChannel;
  game: ScenarioGame | null;
  viewers: number;
  span: ScheduleSpan;
  /** Set by hand: the schedule no longer applies. */
  byHand: { live: boolean; since: number } | null;
  followers: number;
  change: Timer | null;
}

/** Channels and their streams. Liveness is computed when asked; timers run for followed channels only. */
export class Channels {
  readonly all: readonly WorldChannel[];
  readonly #states: readonly ChannelState[];
  readonly #byId: ReadonlyMap<string, ChannelState>;
  readonly #byLogin: ReadonlyMap<string, ChannelState>;
  readonly #games: readonly ScenarioGame[];
  readonly #followed = new Set<ChannelState>();
  readonly #clock: Clock;
  readonly #events: WorldEvents;
  readonly #seed: number;
  readonly #viewcountIntervalMs: number;
  #viewcount: Timer | null = null;

  constructor(scenario: Scenario, seed: number, clock: Clock, events: WorldEvents) {
    this.#clock = clock;
    this.#events = events;
    this.#seed = seed;
    this.#viewcountIntervalMs = scenario.viewcountIntervalMs;
    this.#games = scenario.games;
    const games = new Map(scenario.games.map((game) => [game.id, game]));
    this.#states = scenario.channels.map((definition) => ({
      channel: { definition, title: `${games.get(definition.gameId)?.name ?? 'Talking'} with drops` },
      game: games.get(definition.gameId) ?? null,
      viewers: definition.viewers,
      span: scheduleSpanAt(definition.schedule, seed, definition.id, clock.now()),
      byHand: null,
      followers: 0,
      change: null,
    }));
    this.all = this.#states.map((state) => state.channel);
    this.#byId = new Map(this.#states.map((state) => [state.channel.definition.id, state]));
    this.#byLogin = new Map(this.#states.map((state) => [state.channel.definition.login, state]));
  }

  find(channelId: string): WorldChannel | undefined {
    return this.#byId.get(channelId)?.channel;
  }

  findByLogin(login: string): WorldChannel | undefined {
    return this.#byLogin.get(login.toLowerCase())?.channel;
  }

  /** By id, name or slug. */
  findGame(name: string): ScenarioGame | undefined {
    const wanted = name.toLowerCase();
    return this.#games.find((each) => each.id === name || each.name.toLowerCase() === wanted || each.slug === wanted);
  }

  /** Null while it is offline or unknown. */
  streamOf(channelId: string): Stream | null {
    const state = this.#byId.get(channelId);
    return state === undefined ? null : this.#streamOf(state);
  }

  /** Live channels that play `gameId`, most viewers first. */
  liveIn(gameId: string): { channel: WorldChannel; stream: Stream }[] {
    const found: { channel: WorldChannel; stream: Stream }[] = [];
    for (const state of this.#states) {
      if (state.game?.id !== gameId) continue;
      const stream = this.#streamOf(state);
      if (stream !== null) found.push({ channel: state.channel, stream });
    }
    return found.sort((a, b) => b.stream.viewers - a.stream.viewers);
  }

  /** Takes the channel out of its schedule. Tells stream-up, stream-down and changes of game at once. */
  change(channelId: string, change: ChannelChange): void {
    const state = this.#byId.get(channelId);
    if (state === undefined)
      throw new Error(`expected a channel of the scenario, found id ${channelId}; see GET /_sim/state`);
    const wasLive = this.#isLive(state);
    const oldGame = state.game;
    if (change.viewers !== undefined) state.viewers = change.viewers;
    if (change.game !== undefined) state.game = change.game === null ? null : this.#gameNamed(change.game);
    if (change.live !== undefined && change.live !== wasLive) {
      state.byHand = { live: change.live, since: this.#clock.now() };
      state.change?.cancel();
      state.change = null;
      this.#events.tell({ kind: change.live ? 'streamWentUp' : 'streamWentDown', channelId });
    }
    if (change.game !== undefined && oldGame?.id !== state.game?.id) this.#tellGame(state, oldGame);
  }

  /** A stream-up for a channel that stays as it is: the fault `streamUpWithoutStream`. */
  pretendStreamWentUp(channelId: string): void {
    this.#events.tell({ kind: 'streamWentUp', channelId });
  }

  /** Somebody listens: from now on its changes are told. */
  follow(channelId: string): void {
    const state = this.#byId.get(channelId);
    if (state === undefined) return;
    state.followers += 1;
    if (state.followers > 1) return;
    this.#followed.add(state);
    this.#isLive(state);
    this.#awaitChange(state);
    if (this.#viewcount === null && this.#viewcountIntervalMs > 0) this.#awaitViewcount();
  }

  unfollow(channelId: string): void {
    const state = this.#byId.get(channelId);
    if (state === undefined || state.followers === 0) return;
    state.followers -= 1;
    if (state.followers > 0) return;
    this.#followed.delete(state);
    state.change?.cancel();
    state.change = null;
    if (this.#followed.size === 0) this.#stopViewcount();
  }

  [Symbol.dispose](): void {
    for (const state of this.#followed) state.change?.cancel();
    this.#followed.clear();
    this.#stopViewcount();
  }

  #isLive(state: ChannelState): boolean {
    if (state.byHand !== null) return state.byHand.live;
    const now = this.#clock.now();
    if (now >= state.span.until || now < state.span.from) {
      state.span = scheduleSpanAt(state.channel.definition.schedule, this.#seed, state.channel.definition.id, now);
    }
    return state.span.live;
  }

  #streamOf(state: ChannelState): Stream | null {
    if (!this.#isLive(state)) return null;
    const { id } = state.channel.definition;
    const startedAt = state.byHand?.since ?? state.span.from;
    const hash = hashText(`${this.#seed}:${id}:${startedAt}`);
    const broadcastId = `31${String(hash).padStart(10, '0')}`;
    return { broadcastId, startedAt, viewers: this.#viewersOf(state), game: state.game };
  }

  /** Within a third of the channel's usual number, another one every five minutes. */
  #viewersOf(state: ChannelState): number {
    const slot = Math.floor(this.#clock.now() / 300_000);
    const part = (hashText(`${state.channel.definition.id}:${slot}`) % 1000) / 1000;
    return Math.max(1, Math.round(state.viewers * (0.7 + 0.6 * part)));
  }

  #awaitChange(state: ChannelState): void {
    if (state.byHand !== null || state.span.until === Number.POSITIVE_INFINITY) return;
    const wasLive = state.span.live;
    state.change = this.#clock.after(state.span.until - this.#clock.now(), () => {
      const live = this.#isLive(state);
      const channelId = state.channel.definition.id;
      if (live !== wasLive) this.#events.tell({ kind: live ? 'streamWentUp' : 'streamWentDown', channelId });
      if (state.followers > 0) this.#awaitChange(state);
    });
  }

  #awaitViewcount(): void {
    this.#viewcount = this.#clock.after(this.#viewcountIntervalMs, () => {
      for (const state of this.#followed) {
        if (!this.#isLive(state)) continue;
        const channelId = state.channel.definition.id;
        this.#events.tell({ kind: 'viewersWereCounted', channelId, viewers: this.#viewersOf(state) });
      }
      if (this.#followed.size > 0) this.#awaitViewcount();
      else this.#viewcount = null;
    });
  }

  #stopViewcount(): void {
    this.#viewcount?.cancel();
    this.#viewcount = null;
  }

  #gameNamed(name: string): ScenarioGame {
    const game = this.findGame(name);
    if (game === undefined)
      throw new Error(`expected the name, slug or id of a game of the scenario, found "${name}"; see GET /_sim/state`);
    return game;
  }

  #tellGame(state: ChannelState, oldGame: ScenarioGame | null): void {
    const { id, login } = state.channel.definition;
    const { title } = state.channel;
    this.#events.tell({ kind: 'broadcastSettingsChanged', channelId: id, login, title, oldGame, game: state.game });
  }
}
