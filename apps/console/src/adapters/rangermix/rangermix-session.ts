import { basename } from 'node:path';
import type { CommandProblem, MinerCommand } from '@dropwise/contract';
import { assertNever, type BackoffPolicy, type Clock, fail, type Random, type Result } from '@dropwise/kit';
import type { AdapterSession, AdapterSink, ChildLife } from '../adapter.ts';
import { sayOfAdapter } from '../adapter-sayings.ts';
import { resolvePath } from '../command/find-program.ts';
import { cleanLine } from '../lines/clean-text.ts';
import { endWithLife } from '../lines/end-with-life.ts';
import { readRangermixConsole, readRangermixLog } from '../lines/headers.ts';
import { type Hearing, hearChild } from '../lines/hear-child.ts';
import type { LineMeaning } from '../lines/line-meaning.ts';
import type { LogEntry } from '../lines/log-entry.ts';
import { raised } from '../lines/meanings.ts';
import { MinerPicture } from '../lines/miner-picture.ts';
import { readMeaning } from '../lines/read-meaning.ts';
import { defaultUrl } from './prepare.ts';
import { createRangermixApi, type RangermixApi } from './rangermix-api.ts';
import { createEventReader } from './rangermix-events.ts';
import { openRangermixLink } from './rangermix-link.ts';

export interface SessionOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: typeof fetch;
  readonly backoff: BackoffPolicy;
}

/** What its events tell better: from its lines it would be told twice. */
const toldByEvents: readonly string[] = [
  'channelChosen',
  'channelWentLive',
  'channelWentOffline',
  'dropClaimed',
  'manualStarted',
  'manualEnded',
  'signedIn',
];
/** Failed tries after which a miner that runs elsewhere counts as gone, and our own as not answering. */
const patience = 3;
const unreachableCode = 'miner-unreachable';

/** One life of a rangermix: its events, its lines, its orders. */
export function openRangermixSession(life: ChildLife, sink: AdapterSink, options: SessionOptions): AdapterSession {
  const { clock } = options;
  const url = life.child.url ?? defaultUrl;
  const picture = new MinerPicture(life.child.id, clock, sink);
  const api = createRangermixApi({ url, clock, fetch: options.fetch });
  let settingsTaken: AdapterSession['settingsTaken'] = null;
  let settings: Readonly<Record<string, unknown>> = {};

  const sayLine = (text: string): void =>
    sink.lines([{ at: clock.now(), level: 'warning', source: 'socket.io', text: cleanLine(text) }]);
  const hear = (entry: LogEntry): void => picture.take(fromLine(entry, picture), entry.at);
  const file = logFileOf(life);
  const hearing = hearChild(life, sink, {
    streamHeaders: [readRangermixLog, readRangermixConsole],
    file,
    clock,
    onEntry: hear,
  });
  const reader = createEventReader({
    picture,
    onMisfit: sayLine,
    onConsole: (message) => {
      // Its prints are in its log too.
      if (life.pid !== null || file !== null) return;
      const entry = readConsole(message, clock.now());
      sink.lines([{ at: entry.at, level: entry.level, source: 'console', text: entry.text }]);
      hear(entry);
    },
    onSettings: (now, isFirst) => {
      if (!isFirst) settingsTaken = { at: clock.now(), problems: [], restartKeys: restartKeysOf(settings, now) };
      settings = now;
      sink.alive();
    },
  });
  const link = openRangermixLink({
    url,
    clock,
    random: options.random,
    backoff: options.backoff,
    onUp: () => {
      picture.ready();
      picture.clear([unreachableCode], null, clock.now());
    },
    onEvent: (event, payload) => {
      sink.alive();
      reader.take(event, payload, clock.now());
    },
    onDown: (why, failures) => {
      if (failures < patience) return;
      if (life.pid !== null) picture.take([unreachable(url, why)], clock.now());
      // Told once: whoever keeps the child lets go of this life and looks again later.
      else if (failures === patience) sink.lost(sayOfAdapter('rangermix-lost', { url, detail: why }));
    },
  });
  const end = endWithLife(life, async () => {
    link[Symbol.dispose]();
    await hearing[Symbol.asyncDispose]();
    picture[Symbol.dispose]();
  });
  return {
    get view() {
      return picture.view;
    },
    clock: { now: () => clock.now(), speed: 1 },
    ask: (command) => askRangermix(command, api),
    get settingsTaken() {
      return settingsTaken;
    },
    previewPlan: () => fail('rangermix has no planner.'),
    [Symbol.asyncDispose]: end,
  };
}

/** Its output says the same as its log, so that is followed only where there is no output. */
function logFileOf({ child, pid }: ChildLife): Hearing['file'] {
  if (pid !== null || child.logFile === null) return null;
  const path = resolvePath(child.logFile, child.workingFolder);
  return { path, name: basename(path), headers: [readRangermixLog] };
}

function fromLine(entry: LogEntry, picture: MinerPicture): readonly LineMeaning[] {
  return readMeaning(entry, 'rangermix', picture.known).filter(
    (meaning) => meaning.kind !== 'fact' || !toldByEvents.includes(meaning.fact.kind),
  );
}

function readConsole(message: string, now: number): LogEntry {
  const text = message.split('\n').map(cleanLine).join('\n');
  return readRangermixConsole(text, now) ?? { at: now, level: 'info', said: 'print', text };
}

/** Peers 2.1: its session with Twitch is built once; everything else takes effect at once. */
function restartKeysOf(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): readonly string[] {
  return ['connection_quality'].filter((name) => before[name] !== now[name]);
}

function unreachable(url: string, why: string): LineMeaning {
  return raised({
    code: unreachableCode,
    said: sayOfAdapter('rangermix-silent', { url, detail: why }),
    todo: sayOfAdapter('rangermix-silent-todo'),
  });
}

function askRangermix(command: MinerCommand, api: RangermixApi): Promise<Result<void, CommandProblem>> {
  switch (command.kind) {
    case 'reload':
      return api.reload();
    case 'selectChannel':
      return api.selectChannel(command.channelId);
    case 'exitManual':
      return api.exitManual();
    case 'retryLogin':
      return api.confirmOauth();
    case 'stop':
      return api.close();
    case 'reloadSettings':
      return refuse(
        'rangermix reads its settings file only at its start. While it runs they are changed through its API.',
      );
    case 'signOut':
      return refuse('rangermix cannot be signed out from here. Stop it, and remove its data/cookies.jar.');
    default:
      return assertNever(command);
  }
}

function refuse(sentence: string): Promise<Result<void, CommandProblem>> {
  return Promise.resolve(fail({ kind: 'cannot', sentence }));
}
