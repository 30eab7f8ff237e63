import process from 'node:process';
import type { AudienceCommand, AudienceEvent, AudienceReport, AudienceSample } from '@dropwise/contract/audience';
import { assertNever } from '@dropwise/kit';
import {
  type AudienceArguments,
  chooseDataDirectory,
  createSystemClock,
  exitCodes,
  logLevelsFor,
  type OpenLogger,
  openLogger,
  type ProcessIo,
  wantsColour,
} from '@dropwise/runtime';
import { loadRunSettings } from './config/load-run-settings.ts';
import type { RunSettings } from './config/run-settings.ts';
import { hasOperatorKey, readOperatorKey } from './consent/operator-key.ts';
import { createSystemResolver } from './consent/system-resolver.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { createPartFile } from './merge/index.ts';
import {
  buildReport,
  formatHtml,
  formatPrometheus,
  formatSummary,
  LiveTerminal,
  maskedTarget,
} from './report/index.ts';
import { printable } from './report/printable.ts';
import { ReportFiles } from './report-files.ts';
import { type ConductedEnd, type ConductedRun, conductRun } from './run/conduct-run.ts';
import { listenForCommands } from './run/listen-for-commands.ts';
import { createRunId, makeRunFolder, type RunFolder } from './run/run-folder.ts';

/** Runs an audience as the command line asks. Resolves with the exit code: what it found decides it. */
export async function runLab(args: AudienceArguments, io: ProcessIo): Promise<number> {
  const settings = await loadRunSettings({ words: args.words, flags: args.flags, workingFolder: io.workingFolder });
  const files = new ReportFiles(args.flags, io.workingFolder);
  const problems = settings.ok ? await files.findProblems() : settings.failure;
  if (!settings.ok || problems.length > 0) {
    for (const sentence of problems) io.stderr.write(`${sentence}\n`);
    return exitCodes.badArguments;
  }
  const { root } = chooseDataDirectory({ ...io, flag: args.dataDir });
  const runId = settings.value.runId ?? createRunId(Date.now());
  const folder = await makeRunFolder(root, runId, settings.value.part);
  if (!folder.ok) {
    io.stderr.write(`${folder.failure}\n`);
    return exitCodes.directoryUnusable;
  }
  const key = (await hasOperatorKey(root)) ? await readOperatorKey(root) : null;
  if (key?.ok === false) {
    io.stderr.write(`${key.failure.sentence}\n`);
    return exitCodes.directoryUnusable;
  }
  using lab = new Lab(args, io, settings.value, runId, folder.value, files);
  return await lab.run(key?.value.fingerprint ?? null);
}

/** Between lines where nobody looks at a terminal. */
const plainEveryMs = 10_000;

/** One run with everything around it: who hears of it, where it is written. */
class Lab implements Disposable {
  readonly #args: AudienceArguments;
  readonly #io: ProcessIo;
  readonly #settings: RunSettings;
  readonly #runId: string;
  readonly #folder: RunFolder;
  readonly #log: OpenLogger;
  readonly #terminal: LiveTerminal | null;
  readonly #files: ReportFiles;
  #sample: AudienceSample | null = null;
  #toldOfMetrics = false;

  constructor(
    args: AudienceArguments,
    io: ProcessIo,
    settings: RunSettings,
    runId: string,
    folder: RunFolder,
    files: ReportFiles,
  ) {
    this.#args = args;
    this.#io = io;
    this.#settings = settings;
    this.#runId = runId;
    this.#folder = folder;
    this.#files = files;
    const verbose = args.verbose > 0;
    this.#terminal =
      args.jsonEvents || args.quiet
        ? null
        : new LiveTerminal({
            outlet: io.stdout,
            columns: columnsOfTerminal,
            durationMs: settings.durationMs,
            plainEveryMs: verbose ? 1_000 : plainEveryMs,
          });
    this.#log = openLogger({
      clock: createSystemClock(),
      levels: logLevelsFor(args),
      logsFolder: folder.path,
      name: 'audience',
      console: { write: (text) => this.#say(text) },
      // Above the block nothing may move or recolour what a person reads.
      colour: this.#terminal === null && wantsColour(io.stderr.isTTY === true, io.env),
    });
  }

  async run(fingerprint: string | null): Promise<number> {
    const clock = createSystemClock();
    const run = conductRun(this.#settings, {
      runId: this.#runId,
      version: this.#args.version,
      fingerprint,
      clock,
      names: createSystemResolver(clock),
      hear: (event) => this.#hear(event),
    });
    using _stop = this.#stopWhenAsked(run);
    using _commands = this.#args.jsonEvents ? this.#obey(run) : null;
    const finished = await run.finished;
    return finished.ok ? await this.#end(finished.value) : this.#refuse(finished.failure);
  }

  [Symbol.dispose](): void {
    this.#terminal?.[Symbol.dispose]();
    this.#log[Symbol.dispose]();
  }

  async #end({ own, whole }: ConductedEnd): Promise<number> {
    const report = buildReport(whole);
    const html = formatHtml(report);
    const lost = await this.#folder.write({ report, html, part: createPartFile(own) });
    const problems = [...(lost === null ? [] : [lost]), ...(await this.#files.write(report, html))];
    this.#tellOfMetrics(await this.#files.writeLastMetrics(() => this.#formatMetrics(report)));
    this.#terminal?.[Symbol.dispose]();
    for (const sentence of problems) this.#hear({ kind: 'problem', runId: this.#runId, sentence });
    this.#hear({ kind: 'ended', runId: this.#runId, report });
    this.#print(report, lost === null);
    return problems.length > 0 ? exitCodes.directoryUnusable : exitCodeOf(report.outcome);
  }

  #print(report: AudienceReport, isKept: boolean): void {
    const { jsonEvents, quiet } = this.#args;
    if (jsonEvents) return;
    const { stdout } = this.#io;
    if (quiet) {
      stdout.write(`${report.verdict}\n`);
      return;
    }
    stdout.write(`\n${formatSummary(report, stdout.isTTY === true ? columnsOfTerminal() : undefined)}\n`);
    if (isKept) stdout.write(`Kept in ${this.#folder.path}\n`);
  }

  #refuse(sentence: string): number {
    this.#hear({ kind: 'refused', runId: this.#runId, sentence });
    if (!this.#args.jsonEvents) this.#io.stderr.write(`${sentence}\n`);
    return exitCodes.runRefused;
  }

  #hear(event: AudienceEvent): void {
    if (this.#args.jsonEvents) this.#io.stdout.write(`${JSON.stringify(event)}\n`);
    switch (event.kind) {
      case 'checking':
        return this.#log.detail(event.sentence);
      case 'started':
        return this.#log.info(`${event.viewers} viewers of ${event.target} begin.`, { runId: event.runId });
      case 'sample':
        this.#sample = event.sample;
        this.#terminal?.show(event.sample);
        this.#log.debug('A second of the run.', { sample: event.sample });
        if (this.#files.wantsMetrics) void this.#writeMetrics();
        return;
      case 'problem':
        return this.#log.person(printable(event.sentence));
      case 'answered':
        return this.#log.detail(event.problem ?? `Command ${event.id} is done.`);
      // In the file; a person hears it by itself.
      case 'ended':
        return this.#log.debug(event.report.verdict);
      case 'refused':
        return this.#log.debug(event.sentence);
      default:
        return assertNever(event);
    }
  }

  /** Above the block that is redrawn; beside events, where stdout is theirs, on stderr. */
  #say(text: string): void {
    if (this.#args.jsonEvents || this.#terminal === null) this.#io.stderr.write(text);
    else this.#terminal.say(text.replace(/\n$/, ''));
  }

  #stopWhenAsked(run: ConductedRun): Disposable {
    const { signal } = this.#io;
    const stop = (): void => {
      this.#log.person('Everybody leaves, within five seconds. Asked once more, it ends at once, without a report.');
      run.stop('It was stopped by hand.');
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    return { [Symbol.dispose]: () => signal.removeEventListener('abort', stop) };
  }

  #obey(run: ConductedRun): Disposable {
    const tell = (sentence: string): void => this.#hear({ kind: 'problem', runId: this.#runId, sentence });
    const answer = (id: number | undefined, problem: string | null): void => {
      if (id !== undefined) this.#hear({ kind: 'answered', runId: this.#runId, id, problem });
      else if (problem !== null) tell(problem);
    };
    const listener = listenForCommands(
      process.stdin,
      (command) => obey(run, command, answer),
      (sentence, id) => answer(id, sentence),
    );
    // Who reads the events is gone: nobody would know what this machine sends.
    void listener.ended.then(() => run.stop('Whoever started it is gone.'));
    return listener;
  }

  async #writeMetrics(): Promise<void> {
    this.#tellOfMetrics(await this.#files.writeMetrics(() => this.#formatMetrics(null)));
  }

  async #formatMetrics(report: AudienceReport | null): Promise<string> {
    const target = maskedTarget(this.#settings.url);
    return await formatPrometheus({ runId: this.#runId, target, sample: this.#sample, report });
  }

  /** Once: a full disk stays full every second. */
  #tellOfMetrics(problem: string | null): void {
    if (problem === null || this.#toldOfMetrics) return;
    this.#toldOfMetrics = true;
    this.#log.person(problem);
  }
}

function columnsOfTerminal(): number {
  return process.stdout.columns ?? 80;
}

function obey(
  run: ConductedRun,
  command: AudienceCommand,
  answer: (id: number | undefined, problem: string | null) => void,
): void {
  switch (command.kind) {
    case 'stop':
      return run.stop('It was stopped from the console.');
    case 'viewers': {
      const changed = run.changeViewers(command.viewers);
      return answer(command.id, changed.ok ? null : changed.failure);
    }
    case 'thresholds': {
      const changed = run.changeThresholds(command.expressions);
      return answer(command.id, changed.ok ? null : changed.failure);
    }
    default:
      return assertNever(command);
  }
}
