import { basename } from 'node:path';
import type { ChildDefinition, CommandProblem, LinePattern, MinerCommand } from '@dropwise/contract';
import { inOtherWords, type Said, type Saying } from '@dropwise/core';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import type { Adapter, AdapterSession, AdapterSink, ChildLife, ChildProgram } from '../adapter.ts';
import { sayOfAdapter } from '../adapter-sayings.ts';
import { endWithLife } from '../lines/end-with-life.ts';
import { hearChild } from '../lines/hear-child.ts';
import { MinerPicture } from '../lines/miner-picture.ts';
import { sayOfPrepare } from '../prepare-sayings.ts';
import { findProgram, resolvePath } from './find-program.ts';
import { type CompiledPattern, checkPatterns, compilePattern } from './pattern.ts';

export interface CommandAdapterOptions {
  readonly clock: Clock;
  /** The console's own environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const cannot: Said = [
  sayOfAdapter('command-patterns'),
  sayOfAdapter('command-minutes'),
  sayOfAdapter('command-no-orders'),
];

/** Any program: what its lines mean, its definition says. */
export function createCommandAdapter(options: CommandAdapterOptions): Adapter {
  return {
    kind: 'command',
    can: ['facts', 'progress', 'health'],
    cannot,
    prepare: (child) => prepareCommand(child, options.env),
    attach: (life, sink) => attachCommand(life, sink, options.clock),
  };
}

async function prepareCommand(
  child: ChildDefinition,
  env: CommandAdapterOptions['env'],
): Promise<Result<ChildProgram | null, Saying>> {
  const [problem] = checkPatterns(child.patterns);
  if (problem !== undefined) return fail(inOtherWords(problem));
  const [first, ...args] = child.command;
  if (first === undefined) {
    // Only its log is read.
    if (child.logFile !== null) return succeed(null);
    return fail(sayOfPrepare('prepare-no-command-or-log'));
  }
  const program = await findProgram(first, { workingFolder: child.workingFolder, env: { ...env, ...child.env } });
  if (!program.ok) return program;
  return succeed({ command: program.value, args, workingFolder: child.workingFolder, env: child.env, ipc: false });
}

function attachCommand(life: ChildLife, sink: AdapterSink, clock: Clock): AdapterSession {
  const { child } = life;
  const picture = new MinerPicture(child.id, clock, sink);
  const patterns = compileAll(child.patterns);
  const path = child.logFile === null ? null : resolvePath(child.logFile, child.workingFolder);
  const hearing = hearChild(life, sink, {
    streamHeaders: null,
    file: path === null ? null : { path, name: basename(path), headers: [] },
    clock,
    onEntry: (entry) => hearEntry(entry.text, entry.at, patterns, picture, sink),
  });
  // A program that nothing is known of may well say nothing: that it was started is all there is.
  picture.ready();
  const end = endWithLife(life, async () => {
    await hearing[Symbol.asyncDispose]();
    picture[Symbol.dispose]();
  });
  return {
    get view() {
      return picture.view;
    },
    clock: { now: () => clock.now(), speed: 1 },
    ask: (command) => Promise.resolve(askCommand(command, life)),
    settingsTaken: null,
    previewPlan: () => fail(`${child.name} has no planner that is known here.`),
    [Symbol.asyncDispose]: end,
  };
}

/** Those that fit; `prepare` refused the definition if one did not. */
function compileAll(patterns: readonly LinePattern[]): readonly CompiledPattern[] {
  return patterns.flatMap((pattern) => {
    const compiled = compilePattern(pattern);
    return compiled.ok ? [compiled.value] : [];
  });
}

/** The first pattern that fits counts. */
function hearEntry(
  text: string,
  at: number,
  patterns: readonly CompiledPattern[],
  picture: MinerPicture,
  sink: AdapterSink,
): void {
  for (const pattern of patterns) {
    const found = pattern.read(text);
    if (found === null) continue;
    if (found === 'alive') sink.alive();
    else picture.take([{ kind: 'fact', fact: found }], at);
    return;
  }
}

function askCommand(command: MinerCommand, life: ChildLife): Result<void, CommandProblem> {
  if (command.kind !== 'stop') {
    const sentence = `${life.child.name} is a program of which nothing is known but its lines, so ${command.kind} cannot be asked of it.`;
    return fail({ kind: 'cannot', sentence });
  }
  if (life.pid === null || life.ended.aborted) {
    return fail({ kind: 'notRunning', sentence: `${life.child.name} does not run here, so it cannot be ended.` });
  }
  life.signal('SIGTERM');
  return succeed(undefined);
}
