import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AudienceCurrent, AudienceEnding, AudienceLive, ChangeAudience } from '@dropwise/contract';
import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import { type Logger, makePrivateFolder, writeFileAtomically } from '@dropwise/runtime';
import { childEnvironment } from '../children/child-environment.ts';
import { endOrphans } from '../children/end-orphans.ts';
import { readProcessStart } from '../children/process-identity.ts';
import { removeRunRecord, writeRunRecord } from '../children/run-record.ts';
import { settleWithin } from '../children/settle-within.ts';
import { startProcess } from '../children/start-process.ts';
import { AudienceNews } from './audience-news.ts';
import type { AudienceRuns, StartProblem } from './audience-runs.ts';
import { type LabCommand, runProgram } from './lab-program.ts';
import { type LabPatience, LabRun, usualPatience } from './lab-run.ts';
import type { RunArchive } from './run-archive.ts';

export interface AudienceRunsOptions {
  readonly command: LabCommand;
  /** For the record of what runs and its settings, while it does; nobody else uses it. */
  readonly runFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly archive: Pick<RunArchive, 'trim'>;
  readonly log: Logger;
  readonly patience?: Partial<LabPatience>;
}

/** A report with a timeline and every histogram is one line. A longer one is read from its file. */
const maxLineBytes = 32 * 1024 * 1024;
const configurationSuffix = '.configuration.json';
const recordId = 'audience';

/** What an earlier console left is ended meanwhile; only a start waits for it. */
export function openAudienceRuns(options: AudienceRunsOptions): AudienceRuns {
  return new ConsoleRuns(options);
}

class ConsoleRuns implements AudienceRuns {
  readonly #options: AudienceRunsOptions;
  readonly #patience: LabPatience;
  readonly #news: AudienceNews;
  readonly #cleared: Promise<void>;
  #run: LabRun | null = null;
  /** From the wish to the end: there is never a second one. */
  #isTaken = false;
  #isClosing = false;
  #ended: AudienceEnding | null = null;
  #starting: Promise<unknown> = Promise.resolve();
  #finishing: Promise<void> = Promise.resolve();

  constructor(options: AudienceRunsOptions) {
    this.#options = options;
    this.#patience = { ...usualPatience, ...options.patience };
    this.#news = new AudienceNews(options.clock, () => this.#run?.about ?? null);
    this.#cleared = this.#clear();
  }

  get current(): AudienceCurrent | null {
    return this.#run?.current ?? null;
  }

  get ended(): AudienceEnding | null {
    return this.#ended;
  }

  async start(configuration: AudienceConfiguration): Promise<Result<AudienceCurrent, StartProblem>> {
    if (this.#isClosing) return closing;
    if (this.#isTaken) {
      const sentence = 'An audience is being run already, and there is one at a time. Stop it, or wait for its end.';
      return fail({ kind: 'busy', sentence });
    }
    this.#isTaken = true;
    const starting = this.#start(configuration);
    this.#starting = starting;
    return await starting;
  }

  stop(): AudienceCurrent | null {
    this.#run?.stop();
    return this.current;
  }

  async change(changes: ChangeAudience): Promise<Result<AudienceCurrent, string> | null> {
    const run = this.#run;
    if (run === null) return null;
    const changed = await run.change(changes);
    return changed.ok ? succeed(run.current) : changed;
  }

  onNews(listener: (news: AudienceLive) => void): Disposable {
    return this.#news.subscribe(listener);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    this.#run?.stop();
    await this.#starting;
    this.#run?.stop();
    await this.#finishing;
    await this.#cleared;
    this.#news[Symbol.dispose]();
  }

  async #start(configuration: AudienceConfiguration): Promise<Result<AudienceCurrent, StartProblem>> {
    await this.#cleared;
    const file = join(this.#options.runFolder, `${randomUUID()}${configurationSuffix}`);
    const begun = await this.#begin(configuration, file);
    if (!begun.ok) {
      await removeFile(file);
      this.#isTaken = false;
      return fail({ kind: 'broken', sentence: begun.failure });
    }
    const run = begun.value;
    await settleWithin(run.begun, this.#patience.answerMs, this.#options.clock);
    const { ending } = run;
    if (ending === null || (ending.outcome !== 'refused' && ending.outcome !== 'died')) return succeed(run.current);
    // Whoever reads the answer may begin another at once.
    await this.#finishing;
    return fail({ kind: ending.outcome === 'refused' ? 'refused' : 'broken', sentence: ending.sentence });
  }

  async #begin(configuration: AudienceConfiguration, file: string): Promise<Result<LabRun, string>> {
    const { command, env, clock, runFolder } = this.#options;
    try {
      await writeFileAtomically(file, JSON.stringify(configuration));
    } catch (error) {
      return fail(`The settings of the run cannot be handed over: ${wordsOf(error)}.`);
    }
    if (this.#isClosing) return fail(closing.failure.sentence);
    const program = runProgram(command, file);
    const process = startProcess(program, {
      env: childEnvironment(env, program, 'command'),
      clock,
      graceMs: this.#patience.termMs,
      takesLines: true,
      maxStdoutLineBytes: maxLineBytes,
    });
    if (process instanceof Promise) return fail(`The lab cannot be started: ${(await process).detail}.`);
    this.#record(process.pid, program.command);
    const run = new LabRun({
      configuration,
      process,
      clock,
      patience: this.#patience,
      onChange: (sample) => this.#news.add({ sample }),
    });
    this.#run = run;
    this.#finishing = this.#finish(run, file, runFolder);
    // It has read them then.
    void run.begun.then(() => removeFile(file));
    this.#news.add({});
    return succeed(run);
  }

  /** The next may begin when nothing of this one is left. */
  async #finish(run: LabRun, file: string, runFolder: string): Promise<void> {
    const { archive, clock, log } = this.#options;
    const ending = await run.over;
    await removeFile(file);
    await removeRunRecord(runFolder, recordId).catch((error: unknown) =>
      log.info('The record of an audience that ended could not be removed.', { error }),
    );
    await archive.trim(clock.now());
    log.info(`The audience ${ending.runId ?? '(without a name)'} is over: ${ending.sentence}`);
    this.#ended = ending;
    this.#run = null;
    this.#isTaken = false;
    this.#news.add({ ended: ending });
  }

  #record(pid: number, command: string): void {
    const { runFolder, log } = this.#options;
    try {
      writeRunRecord(runFolder, { childId: recordId, pid, startTime: readProcessStart(pid), command });
    } catch (error) {
      log.info('The record of an audience could not be written: after a crash it would not be found.', { error });
    }
  }

  /** Settings hold credentials: those that a killed console left behind go as well. Never rejects. */
  async #clear(): Promise<void> {
    const { runFolder, clock, log } = this.#options;
    try {
      await makePrivateFolder(runFolder);
      const found = await endOrphans({ runFolder, clock, graceMs: this.#patience.stopMs });
      for (const { pid, what } of found) {
        if (what === 'ended') log.person(`The audience of an earlier console (process ${pid}) was ended.`);
      }
      const names = (await readdir(runFolder)).filter((name) => name.endsWith(configurationSuffix));
      await Promise.all(names.map((name) => removeFile(join(runFolder, name))));
    } catch (error) {
      log.person(`${runFolder} cannot be used: no audience can be run from here.`, { error });
    }
  }
}

const closing = fail({ kind: 'broken', sentence: 'The console is ending.' } as const);

async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {});
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
