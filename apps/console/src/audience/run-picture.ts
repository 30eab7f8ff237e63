import { type AudienceCurrent, type AudienceEnding, audienceRunId } from '@dropwise/contract';
import {
  type AudienceConfiguration,
  type AudienceEvent,
  type AudienceSample,
  Timeline,
} from '@dropwise/contract/audience';
import { assertNever } from '@dropwise/kit';
import * as v from 'valibot';
import type { MaskCredentials } from './mask-credentials.ts';
import { shownAddress } from './shown-configuration.ts';

/** Ten minutes by the second, any length at a coarser grain: what a chart can show, and an answer should hold. */
const keptSamples = 600;
/** Of all ways in all of them: three megabytes, all together. */
const keptRows = 12_000;
const maxSentenceLength = 2_000;

/** The run as its events draw it. Knows no process; whatever it keeps is bounded. */
export class RunPicture {
  readonly #mask: MaskCredentials;
  readonly #timeline = new Timeline(keptSamples, keptRows);
  #about: Omit<AudienceCurrent, 'samples'>;
  #ending: AudienceEnding | null = null;

  constructor(configuration: AudienceConfiguration, mask: MaskCredentials) {
    this.#mask = mask;
    this.#about = {
      runId: null,
      state: 'checking',
      target: shownAddress(configuration.url ?? ''),
      viewers: configuration.viewers ?? 0,
      startedAt: null,
      durationMs: configuration.durationMs ?? null,
      problem: null,
      failIf: [...(configuration.failIf ?? [])],
    };
  }

  get about(): Omit<AudienceCurrent, 'samples'> {
    return this.#about;
  }

  get samples(): readonly AudienceSample[] {
    return this.#timeline.samples();
  }

  /** What it said of its own end; null = nothing yet. */
  get ending(): AudienceEnding | null {
    return this.#ending;
  }

  /** False = it does not fit to what was said before, and nothing of it is believed. */
  take(event: AudienceEvent): boolean {
    if (this.#ending !== null || !this.#isOfThisRun(event.runId)) return false;
    this.#about = { ...this.#about, runId: event.runId };
    switch (event.kind) {
      case 'checking':
      case 'answered':
        return true;
      case 'started':
        return this.#start(event);
      case 'sample':
        if (this.#about.startedAt === null) return false;
        this.#timeline.add(event.sample);
        return true;
      case 'problem':
        this.note(event.sentence);
        return true;
      case 'ended':
        this.#end(event.runId, event.report.outcome, event.report.verdict);
        return true;
      case 'refused':
        this.#end(event.runId, 'refused', event.sentence);
        return true;
      default:
        return assertNever(event);
    }
  }

  note(sentence: string): void {
    this.#about = { ...this.#about, problem: this.say(sentence) };
  }

  stopping(): void {
    this.#about = { ...this.#about, state: 'stopping' };
  }

  changed({ viewers, failIf }: { readonly viewers?: number; readonly failIf?: readonly string[] }): void {
    this.#about = {
      ...this.#about,
      ...(viewers === undefined ? {} : { viewers }),
      ...(failIf === undefined ? {} : { failIf: [...failIf] }),
    };
  }

  /** Fit for people: without credentials, and not endless. */
  say(sentence: string): string {
    return this.#mask(sentence).slice(0, maxSentenceLength);
  }

  #isOfThisRun(runId: string): boolean {
    return this.#about.runId === null ? v.is(audienceRunId, runId) : this.#about.runId === runId;
  }

  #start({ startedAt, target, viewers, durationMs }: Extract<AudienceEvent, { kind: 'started' }>): boolean {
    const at = Date.parse(startedAt);
    if (Number.isNaN(at) || this.#about.startedAt !== null) return false;
    const state = this.#about.state === 'stopping' ? 'stopping' : 'running';
    this.#about = { ...this.#about, state, startedAt: at, target: this.say(target), viewers, durationMs };
    return true;
  }

  #end(runId: string, outcome: AudienceEnding['outcome'], sentence: string): void {
    this.#ending = { runId, outcome, sentence: this.say(sentence) };
  }
}
