import type { HealthView, MinerView, ObservedFact } from '@dropwise/contract';
import { type IdleReason, inOtherWords, type ReasonCode, reasonCodes } from '@dropwise/core';
import { assertNever, type Clock, channelId, type Timer } from '@dropwise/kit';
import type { AdapterSink } from '../adapter.ts';
import { emptyView } from './empty-view.ts';
import { observe } from './fact-fields.ts';
import { foldFact, withStatus } from './fold-fact.ts';
import { healthFrom } from './health-from.ts';
import type { KnownNames, LineMeaning, LineReason } from './line-meaning.ts';
import { createMinuteBook, type MinutesHeard } from './minute-book.ts';
import { noteChannel } from './note-channel.ts';
import { createReasonBoard, type EndedReason } from './reason-board.ts';

/** Reasons that anything which gets through to Twitch takes back. */
const refutedByProgress = ['twitch-down', 'twitch-unreachable', 'long-unconfirmed', 'watch-failing', 'miner-fault'];
/** Names are kept to read later lines by; beyond that the oldest is forgotten. */
const maxGameNames = 200;

/**
 * Everything that is known of one life of a miner that others wrote: takes what its lines and messages mean, keeps the view, and
 * tells facts and complaints to the console.
 */
export class MinerPicture implements Disposable {
  readonly #clock: Clock;
  readonly #sink: AdapterSink;
  readonly #board = createReasonBoard();
  readonly #minutes = createMinuteBook();
  readonly #gameNames = new Set<string>();
  #view: MinerView;
  #expiry: Timer | null = null;
  #complaint: string | null = null;
  #isReady = false;
  #version: string | null = null;
  #idleWhy: IdleReason | null = null;

  constructor(childId: string, clock: Clock, sink: AdapterSink) {
    this.#clock = clock;
    this.#sink = sink;
    this.#view = emptyView(childId);
  }

  get view(): MinerView {
    return this.#view;
  }

  get known(): KnownNames {
    return { gameNames: this.#gameNames };
  }

  /** It talks. Told to the console once, and again when the version becomes known. */
  ready(version: string | null = null): void {
    if (this.#isReady && (version === null || version === this.#version)) return;
    this.#isReady = true;
    this.#version = version ?? this.#version;
    this.#sink.ready({ version: this.#version });
  }

  take(meanings: readonly LineMeaning[], at: number): void {
    for (const meaning of meanings) this.#take(meaning, at);
  }

  /** Facts in the order they happened. */
  tell(facts: readonly ObservedFact[], at: number): void {
    if (facts.length === 0) return;
    this.#sink.facts(facts.map((fact) => ({ at, key: null, fact })));
    const view = facts.reduce((before, fact) => foldFact(before, fact, at), this.#view);
    for (const fact of facts) this.#remember(fact);
    this.#show(view);
    if (facts.some(({ kind }) => kind === 'minuteConfirmed' || kind === 'dropClaimed')) {
      this.clear(refutedByProgress, null, at);
    }
  }

  /** Parts that are known whole. */
  put(parts: Partial<Omit<MinerView, 'health'>>): void {
    this.#show({ ...this.#view, ...parts });
  }

  minutes(heard: MinutesHeard, at: number): void {
    const facts = this.#minutes.note(heard);
    this.tell(facts, at);
    const { progress } = this.#view;
    if (facts.length > 0 && progress !== null && progress.requiredMinutes !== heard.requiredMinutes) {
      this.put({ progress: { ...progress, requiredMinutes: heard.requiredMinutes } });
    }
  }

  /** Where a drop stands when it is first seen. */
  seedMinutes(drop: MinutesHeard['drop'], minutes: number): void {
    this.#minutes.seed(drop, minutes);
  }

  raise(reason: LineReason, at: number): void {
    const isNew = this.#board.raise(reason, this.#clock.now());
    const { code, said, todo } = reason;
    if (isNew && isReasonCode(code))
      this.tell([observe('reasonRaised', { code, sentence: said.sentence, todo: todo?.sentence ?? '' })], at);
    this.#showHealth();
  }

  clear(codes: readonly string[], item: string | null, at: number): void {
    this.#end(this.#board.clear(codes, item), at);
  }

  [Symbol.dispose](): void {
    this.#expiry?.cancel();
  }

  #take(meaning: LineMeaning, at: number): void {
    switch (meaning.kind) {
      case 'fact':
        return this.tell(this.#withWhatIsLeft(this.#withGain(meaning.fact)), at);
      case 'minutes': {
        const { dropName, gameName, minutes, requiredMinutes, by } = meaning;
        return this.minutes({ drop: { dropName, gameName }, minutes, requiredMinutes, by }, at);
      }
      case 'channelSeen': {
        const { login, live, game, drops } = meaning;
        return this.put({ channels: noteChannel(this.#view.channels, login, { live, game, drops }) });
      }
      case 'raised':
        return this.raise(meaning.reason, at);
      case 'cleared':
        return this.clear(meaning.codes, meaning.item, at);
      case 'status':
        return this.#show(withStatus(this.#view, { phase: meaning.phase, status: meaning.sentence }));
      case 'version':
        return this.ready(meaning.version);
      default:
        return assertNever(meaning);
    }
  }

  /** A total alone does not say what came with this report. */
  #withGain(fact: ObservedFact): ObservedFact {
    if (fact.kind !== 'minuteConfirmed' || fact.minutes === null || fact.gainedMinutes !== null) return fact;
    return { ...fact, gainedMinutes: this.#minutes.gained(fact, fact.minutes) };
  }

  /** Whoever chooses a channel, goes idle or stops has left the one before, which no line says. */
  #withWhatIsLeft(fact: ObservedFact): readonly ObservedFact[] {
    const { watching } = this.#view.status;
    const ends = fact.kind === 'channelChosen' || fact.kind === 'becameIdle' || fact.kind === 'stopped';
    if (watching === null || !ends) return [fact];
    if (fact.kind === 'channelChosen' && fact.login === watching.login) {
      this.put({ status: { ...this.#view.status, phase: 'watching', status: `Watching ${watching.displayName}.` } });
      return [];
    }
    const id = watching.channelId === null ? null : channelId(watching.channelId);
    return [observe('channelLeft', { channelId: id, login: watching.login }), fact];
  }

  #remember(fact: ObservedFact): void {
    if ('gameName' in fact && fact.gameName !== null) this.#gameNames.add(fact.gameName);
    if ('game' in fact && fact.game !== null) this.#gameNames.add(fact.game);
    const oldest = this.#gameNames.values().next().value;
    if (this.#gameNames.size > maxGameNames && oldest !== undefined) this.#gameNames.delete(oldest);
    if (fact.kind === 'becameIdle') this.#idleWhy = fact.why;
  }

  #end(ended: readonly EndedReason[], at: number): void {
    const now = this.#clock.now();
    for (const { code, since } of ended) {
      if (isReasonCode(code)) this.tell([observe('reasonCleared', { code, lastedMs: now - since })], at);
    }
    if (ended.length > 0) this.#showHealth();
  }

  #showHealth(): void {
    this.#expiry?.cancel();
    const next = this.#board.nextExpiryAt;
    const now = this.#clock.now();
    this.#expiry =
      next === null ? null : this.#clock.after(next - now, () => this.#end(this.#board.expire(next), next));
    this.#show(this.#view);
    const [worst] = this.#board.held;
    const complains = worst?.level === 'degraded' || worst?.level === 'broken';
    const complaint = complains ? (worst.said?.[0] ?? inOtherWords(worst.sentence)) : null;
    const sentence = complaint?.sentence ?? null;
    if (sentence === this.#complaint) return;
    this.#complaint = sentence;
    this.#sink.degraded(complaint);
  }

  #show(view: MinerView): void {
    const health = healthFrom(this.#board.held, view, this.#idleWhy);
    this.#view = { ...view, health: isSame(health, view.health) ? view.health : health };
    this.#sink.viewChanged();
  }
}

function isReasonCode(code: string): code is ReasonCode {
  return (reasonCodes as readonly string[]).includes(code);
}

function isSame(a: HealthView, b: HealthView): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
