import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConsentFileAnswer, type ConsentFileTerms, consentFileAnswer } from '@dropwise/contract';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import { exitCodes } from '@dropwise/runtime';
import * as v from 'valibot';
import { childEnvironment } from '../children/child-environment.ts';
import { createLastWords } from '../children/last-words.ts';
import { type ProcessEnd, startProcess } from '../children/start-process.ts';
import { Turns } from '../config/turns.ts';
import { keygenProgram, type LabCommand } from './lab-program.ts';

export interface OperatorKeysOptions {
  readonly command: LabCommand;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

export type KeyRefusal = {
  /** `terms`: what was asked for does not fit; `key`: there is no key; `tool`: it cannot be made or read. */
  readonly kind: 'terms' | 'key' | 'tool';
  readonly sentence: string;
};

/** The operator's key, which the console never reads: the lab's own command makes it, and says what may be known of it. */
export interface OperatorKeys {
  /** Null = there is none; fails with a sentence where it cannot be used. Asked of the lab anew when the file has changed. */
  fingerprint(): Promise<Result<string | null, string>>;
  /** Makes it where there is none. */
  make(): Promise<Result<string, KeyRefusal>>;
  /** What an origin serves to allow a test with this key. */
  consentFile(terms: ConsentFileTerms): Promise<Result<ConsentFileAnswer, KeyRefusal>>;
}

const patienceMs = 20_000;
const maxWaiting = 20;
const maxOutputLength = 100_000;

export function createOperatorKeys(options: OperatorKeysOptions): OperatorKeys {
  return new LabKeys(options);
}

class LabKeys implements OperatorKeys {
  readonly #options: OperatorKeysOptions;
  readonly #turns = new Turns(maxWaiting);
  #known: { readonly stamp: string; readonly fingerprint: Result<string, string> } | null = null;

  constructor(options: OperatorKeysOptions) {
    this.#options = options;
  }

  async fingerprint(): Promise<Result<string | null, string>> {
    const stamp = await this.#stamp();
    if (stamp === null) return succeed(null);
    if (this.#known?.stamp === stamp) return this.#known.fingerprint;
    const said = await this.#keygen(null);
    const fingerprint = said.ok ? succeed(said.value.fingerprint) : fail(said.failure.sentence);
    this.#known = { stamp, fingerprint };
    return fingerprint;
  }

  async make(): Promise<Result<string, KeyRefusal>> {
    const said = await this.#keygen(null);
    return said.ok ? succeed(said.value.fingerprint) : said;
  }

  async consentFile(terms: ConsentFileTerms): Promise<Result<ConsentFileAnswer, KeyRefusal>> {
    if ((await this.#stamp()) === null) {
      return fail({ kind: 'key', sentence: 'There is no key yet that an origin could consent to. Make it first.' });
    }
    return await this.#keygen(terms);
  }

  /** Null = there is no file. A key that was put in its place, or whose mode was changed, has another. */
  async #stamp(): Promise<string | null> {
    const found = await stat(join(this.#options.command.dataDir, 'audience', 'key.pem')).catch(() => null);
    return found === null ? null : `${found.ino} ${found.ctimeMs}`;
  }

  async #keygen(terms: ConsentFileTerms | null): Promise<Result<ConsentFileAnswer, KeyRefusal>> {
    if (this.#turns.isFull) return fail({ kind: 'tool', sentence: 'Too many ask for the key at once. Try again.' });
    return await this.#turns.take(() => this.#runKeygen(terms));
  }

  async #runKeygen(terms: ConsentFileTerms | null): Promise<Result<ConsentFileAnswer, KeyRefusal>> {
    const { command, env, clock } = this.#options;
    const program = keygenProgram(command, terms);
    const started = startProcess(program, { env: childEnvironment(env, program, 'command'), clock, graceMs: 1_000 });
    if (started instanceof Promise) return fail({ kind: 'tool', sentence: `The lab: ${(await started).detail}.` });
    const lastWords = createLastWords(2_000);
    let output = '';
    started.listen({
      line: (line, stream) => {
        if (stream === 'stderr') lastWords.hear(line);
        else if (output.length < maxOutputLength) output += line;
      },
      message: () => {},
    });
    const timer = clock.deadline(patienceMs, () => started.kill());
    const end = await started.ended;
    timer.cancel();
    return readAnswer(end, output, lastWords.toLines());
  }
}

function readAnswer(
  { exitCode }: ProcessEnd,
  output: string,
  lastWords: readonly string[],
): Result<ConsentFileAnswer, KeyRefusal> {
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), consentFileAnswer), output);
  if (exitCode === exitCodes.ok && answer.success) return succeed(answer.output);
  const words = lastWords.filter((line) => line !== '').join('\n');
  const kind = exitCode === exitCodes.badArguments ? 'terms' : 'tool';
  return fail({ kind, sentence: words === '' ? `The lab did not answer (exit code ${exitCode}).` : words });
}
