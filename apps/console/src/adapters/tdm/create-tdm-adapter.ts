import { basename } from 'node:path';
import type { ChildDefinition, CommandProblem, MinerCommand } from '@dropwise/contract';
import type { Said, Saying } from '@dropwise/core';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import type { Adapter, AdapterSession, AdapterSink, ChildLife, ChildProgram } from '../adapter.ts';
import { sayOfAdapter } from '../adapter-sayings.ts';
import { endWithLife } from '../lines/end-with-life.ts';
import { readTdmLog, readTdmOutput } from '../lines/headers.ts';
import { hearChild } from '../lines/hear-child.ts';
import type { LogEntry } from '../lines/log-entry.ts';
import { MinerPicture } from '../lines/miner-picture.ts';
import { readMeaning } from '../lines/read-meaning.ts';
import { sayOfPrepare } from '../prepare-sayings.ts';
import { tdmArguments } from './arguments.ts';
import { bringsDisplay, placeTdm, tdmLogFile } from './place.ts';

export interface TdmAdapterOptions {
  readonly clock: Clock;
  /** The console's own environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

const cannot: Said = [
  sayOfAdapter('tdm-own-window'),
  sayOfAdapter('tdm-english-only'),
  sayOfAdapter('tdm-verbosity'),
  sayOfAdapter('tdm-no-orders'),
  sayOfAdapter('tdm-no-lists'),
];

/** DevilXD/TwitchDropsMiner: a program with a window, whose lines are all that can be heard of it. */
export function createTdmAdapter(options: TdmAdapterOptions): Adapter {
  return {
    kind: 'tdm',
    can: ['facts', 'progress', 'confirmedProgress', 'health', 'login', 'settings'],
    cannot,
    prepare: (child) => prepareTdm(child, options),
    attach: (life, sink) => attachTdm(life, sink, options.clock),
  };
}

async function prepareTdm(
  child: ChildDefinition,
  { env, platform }: TdmAdapterOptions,
): Promise<Result<ChildProgram | null, Saying>> {
  // It runs elsewhere, and writes a log that can be read here.
  if (child.command.length === 0 && child.logFile !== null) return succeed(null);
  const childEnv = { ...env, ...child.env };
  const place = await placeTdm(child, childEnv);
  if (!place.ok) return place;
  const needsDisplay = platform === 'linux' && !bringsDisplay(child);
  if (needsDisplay && !childEnv.DISPLAY && !childEnv.WAYLAND_DISPLAY) {
    return fail(sayOfPrepare('prepare-tdm-no-display'));
  }
  return succeed({
    command: place.value.program,
    args: tdmArguments(child.command.slice(1)),
    workingFolder: place.value.workingFolder,
    // Lines arrive as they are said, not when a buffer is full.
    env: { PYTHONUNBUFFERED: '1', PYTHONIOENCODING: 'utf-8', ...child.env },
    ipc: false,
  });
}

function attachTdm(life: ChildLife, sink: AdapterSink, clock: Clock): AdapterSession {
  const picture = new MinerPicture(life.child.id, clock, sink);
  const onEntry = (entry: LogEntry): void => {
    picture.ready();
    picture.take(readMeaning(entry, 'tdm', picture.known), entry.at);
  };
  const path = tdmLogFile(life.child);
  const hearing = hearChild(life, sink, {
    streamHeaders: [readTdmLog, readTdmOutput],
    file: path === null ? null : { path, name: basename(path), headers: [readTdmLog] },
    clock,
    onEntry,
  });
  const end = endWithLife(life, async () => {
    await hearing[Symbol.asyncDispose]();
    picture[Symbol.dispose]();
  });
  return {
    get view() {
      return picture.view;
    },
    clock: { now: () => clock.now(), speed: 1 },
    ask: (command) => Promise.resolve(askTdm(command, life)),
    settingsTaken: null,
    previewPlan: () => fail('TDM has no planner.'),
    [Symbol.asyncDispose]: end,
  };
}

function askTdm(command: MinerCommand, life: ChildLife): Result<void, CommandProblem> {
  if (command.kind !== 'stop') {
    const sentence = `TDM takes no orders while it runs, so ${command.kind} has to be done in its own window.`;
    return fail({ kind: 'cannot', sentence });
  }
  if (life.pid === null || life.ended.aborted) {
    return fail({ kind: 'notRunning', sentence: 'TDM does not run here, so it cannot be ended from here.' });
  }
  // On Linux it ends properly on this, and saves its settings: peers 1.4.
  life.signal('SIGTERM');
  return succeed(undefined);
}
