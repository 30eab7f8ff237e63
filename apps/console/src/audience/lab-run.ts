import type { AudienceCurrent, AudienceEnding, ChangeAudience } from '@dropwise/contract';
import type { AudienceCommand, AudienceConfiguration, AudienceSample } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed, type Timer } from '@dropwise/kit';
import { createLastWords, type LastWords } from '../children/last-words.ts';
import { settleWithin } from '../children/settle-within.ts';
import type { OutputStream, ProcessEnd, RunningProcess } from '../children/start-process.ts';
import { describeEnd } from './describe-end.ts';
import { createMaskCredentials } from './mask-credentials.ts';
import { readEvent } from './read-event.ts';
import { RunPicture } from './run-picture.ts';

export interface LabPatience {
  /** Between being told to stop and SIGTERM: a lab writes its report within five seconds. */
  readonly stopMs: number;
  /** Between SIGTERM and SIGKILL. */
  readonly termMs: number;
  /** For an answer to a command, and for the first word. */
  readonly answerMs: number;
}

export const usualPatience: LabPatience = { stopMs: 10_000, termMs: 5_000, answerMs: 10_000 };

/** After so many lines that nobody understands it is no lab of ours. */
const maxBadLines = 1_000;

/** Its refusals name everything that would have done. */
const maxWordsLength = 2_000;

export interface LabRunOptions {
  readonly configuration: AudienceConfiguration;
  readonly process: RunningProcess;
  readonly clock: Clock;
  readonly patience: LabPatience;
  /** Something of it is new; with a sample, if it is that. */
  readonly onChange: (sample: AudienceSample | null) => void;
}

/**
 * One run in its process, from its first word to its end:
 *
 *     checking ──started──► running ──stop──► stopping ──(told to: 10 s, SIGTERM: 5 s, SIGKILL)──► over
 *         └──────────────────stop───────────────┘
 */
export class LabRun {
  /** Its first word was heard, or it is over. */
  readonly begun: Promise<void>;
  /** When the process and all that it started are gone. Never rejects. */
  readonly over: Promise<AudienceEnding>;
  readonly #options: LabRunOptions;
  readonly #picture: RunPicture;
  readonly #lastWords: LastWords;
  readonly #pending = new Map<number, (problem: string | null) => void>();
  readonly #heard = Promise.withResolvers<void>();
  #commandCount = 0;
  #badLines = 0;
  #stopTimer: Timer | null = null;
  /** Why it was made to end; null = it was not. */
  #madeToEnd: string | null = null;
  #ending: AudienceEnding | null = null;

  constructor(options: LabRunOptions) {
    const { process, configuration } = options;
    this.#options = options;
    const mask = createMaskCredentials(configuration.proxies ?? '');
    this.#picture = new RunPicture(configuration, mask);
    this.#lastWords = createLastWords(maxWordsLength, mask);
    process.listen({ line: (line, stream) => this.#hear(line, stream), message: () => {} });
    this.over = process.ended.then((end) => {
      this.#ending = this.#end(end);
      return this.#ending;
    });
    this.begun = Promise.race([this.#heard.promise, this.over.then(() => undefined)]);
  }

  get about(): Omit<AudienceCurrent, 'samples'> {
    return this.#picture.about;
  }

  get current(): AudienceCurrent {
    return { ...this.#picture.about, samples: [...this.#picture.samples] };
  }

  /** Null while it is on. */
  get ending(): AudienceEnding | null {
    return this.#ending;
  }

  /** It is told to end, then asked by the system, then ended. */
  stop(): void {
    if (this.#picture.about.state === 'stopping') return;
    this.#picture.stopping();
    const { stopMs } = this.#options.patience;
    if (this.#write({ kind: 'stop' })) {
      this.#endWithin(stopMs, `It was told to stop and had not ended after ${stopMs / 1_000} s.`);
    } else this.#terminate('It was told to stop and does not listen.');
    this.#options.onChange(null);
  }

  /** One after the other; the failure is the lab's sentence, and what came before it has been changed. */
  async change({ viewers, failIf }: ChangeAudience): Promise<Result<void, string>> {
    if (viewers !== undefined) {
      const changed = await this.#ask((id) => ({ kind: 'viewers', id, viewers }));
      if (!changed.ok) return changed;
      this.#picture.changed({ viewers });
    }
    if (failIf !== undefined) {
      const changed = await this.#ask((id) => ({ kind: 'thresholds', id, expressions: failIf }));
      if (!changed.ok) return changed;
      this.#picture.changed({ failIf });
    }
    this.#options.onChange(null);
    return succeed(undefined);
  }

  async #ask(make: (id: number) => AudienceCommand): Promise<Result<void, string>> {
    const { clock, patience } = this.#options;
    this.#commandCount += 1;
    const id = this.#commandCount;
    const answer = Promise.withResolvers<string | null>();
    this.#pending.set(id, answer.resolve);
    try {
      if (!this.#write(make(id))) return fail('The lab does not listen any more.');
      const isAnswered = await settleWithin(Promise.race([answer.promise, this.over]), patience.answerMs, clock);
      if (!isAnswered) return fail(`The lab did not answer within ${patience.answerMs / 1_000} s.`);
      if (this.#pending.has(id)) return fail('The run ended before it could be changed.');
      const problem = await answer.promise;
      return problem === null ? succeed(undefined) : fail(this.#picture.say(problem));
    } finally {
      this.#pending.delete(id);
    }
  }

  #write(command: AudienceCommand): boolean {
    return this.#options.process.write(JSON.stringify(command));
  }

  #hear(line: string, stream: OutputStream): void {
    if (stream === 'stderr') return this.#lastWords.hear(line);
    const read = readEvent(line);
    if (!read.ok) return this.#blame(read.failure);
    const event = read.value;
    if (!this.#picture.take(event)) return this.#blame(`"${event.kind}" does not fit to what came before`);
    if (event.kind === 'answered') {
      this.#pending.get(event.id)?.(event.problem);
      this.#pending.delete(event.id);
    }
    if (this.#picture.ending !== null) {
      this.#endWithin(this.#options.patience.stopMs, 'It said that it had ended, and did not.');
    }
    this.#heard.resolve();
    this.#options.onChange(event.kind === 'sample' ? event.sample : null);
  }

  #blame(why: string): void {
    this.#badLines += 1;
    // A flood of them must not become a flood of news: the 1st, 2nd, 4th, 8th, …
    if (Number.isInteger(Math.log2(this.#badLines))) {
      this.#picture.note(`${this.#badLines} lines of the lab were not understood and are ignored, the last: ${why}.`);
      this.#options.onChange(null);
    }
    if (this.#badLines === maxBadLines) {
      this.#terminate(`${maxBadLines} of its lines were not understood: this is another program, or another version.`);
    }
  }

  #endWithin(limitMs: number, why: string): void {
    this.#stopTimer ??= this.#options.clock.deadline(limitMs, () => this.#terminate(why));
  }

  #terminate(why: string): void {
    const { process, clock, patience } = this.#options;
    if (this.#madeToEnd !== null) return;
    this.#madeToEnd = why;
    this.#stopTimer?.cancel();
    process.terminate();
    this.#stopTimer = clock.deadline(patience.termMs, () => process.kill());
  }

  #end(end: ProcessEnd): AudienceEnding {
    this.#stopTimer?.cancel();
    const said = this.#picture.ending;
    if (said !== null) return said;
    const described = describeEnd(end, this.#lastWords.toLines(), this.about.runId);
    return this.#madeToEnd === null
      ? described
      : { ...described, outcome: 'died', sentence: `${this.#madeToEnd} ${described.sentence}` };
  }
}
