import {
  applyPatch,
  type CommandProblem,
  type Hello,
  type KeyedFact,
  type MinerMessage,
  minerIpcVersion,
  parseMinerMessage,
  type SessionFacts,
} from '@dropwise/contract';
import type { MinerState, Saying } from '@dropwise/core';
import { assertNever, type Clock, fail, succeed } from '@dropwise/kit';
import type { AdapterSession, AdapterSink, ChildLife } from '../adapter.ts';
import { sayOfAdapter } from '../adapter-sayings.ts';
import { cleanLine } from '../lines/clean-text.ts';
import { emptyView } from '../lines/empty-view.ts';
import { minerClockOf } from './miner-clock.ts';
import { createPendingArt } from './pending-art.ts';
import { createPendingCommands } from './pending-commands.ts';
import { previewPlan } from './preview-plan.ts';
import { createRefresher } from './refresher.ts';
import { buildView } from './views/build-view.ts';

/** Listens to one life of our miner: a mirror of its state, and everything that can be shown of it worked out here. */
export function openSession(life: ChildLife, sink: AdapterSink, clock: Clock): AdapterSession {
  let hello: Hello | null = null;
  let isForeign = false;
  let oddCount = 0;
  let state: MinerState | null = null;
  let session: SessionFacts | null = null;
  let settingsTaken: AdapterSession['settingsTaken'] = null;
  let minerClock = minerClockOf(null, clock);
  let view = emptyView(life.child.id);
  const commands = createPendingCommands(clock);
  const art = createPendingArt(clock);
  const refresher = createRefresher(clock, refresh);

  function refresh(): void {
    if (state === null) return;
    const next = buildView({ childId: life.child.id, state, now: minerClock.now(), session }, view);
    if (next === view) return;
    view = next;
    sink.viewChanged();
  }

  function say(text: string): void {
    sink.lines([{ at: clock.now(), level: 'warning', source: 'console', text }]);
  }

  function onMessage(value: unknown): void {
    const parsed = parseMinerMessage(value);
    if (parsed.ok) {
      hear(parsed.value);
      return;
    }
    oddCount += 1;
    // A flood of them must not become a flood of lines: the 1st, 2nd, 4th, 8th, …
    if (Number.isInteger(Math.log2(oddCount))) {
      say(`A message of the miner (number ${oddCount} of that kind) is ignored: ${parsed.failure}.`);
    }
  }

  function hear(message: MinerMessage): void {
    sink.alive();
    if (message.kind === 'hello') return greet(message);
    // What another version means by its words can only be guessed.
    if (hello === null || isForeign) return;
    switch (message.kind) {
      case 'facts':
        return takeFacts(message.facts);
      case 'statePatched':
        state = applyPatch(state, message.patch);
        return refresher.refreshSoon();
      case 'linesLogged':
        return takeLines(message);
      case 'sessionDescribed':
        session = message.session;
        return refresher.refreshSoon();
      case 'settingsTaken': {
        const { problems, restartKeys } = message;
        settingsTaken = { at: clock.now(), problems, restartKeys };
        return;
      }
      case 'commandAnswered':
        return commands.answer(message.id, message.problem);
      case 'artFetched':
        return art.answer(message);
      case 'heartbeat':
        return;
      default:
        assertNever(message);
    }
  }

  function greet(said: Hello): void {
    hello = said;
    isForeign = said.ipcVersion !== minerIpcVersion;
    minerClock = minerClockOf(said, clock);
    sink.ready({ version: said.version });
    sink.degraded(isForeign ? versionSaying(said) : null);
  }

  function takeFacts(facts: readonly KeyedFact[]): void {
    const sound = facts.filter(isKeyedFact);
    const last = sound.at(-1);
    if (last === undefined) return;
    const seen = sound.map(({ at, key, fact }) => ({ at, key, fact }));
    sink.facts(seen, () => void life.send({ kind: 'factsStored', key: last.key }));
  }

  function takeLines({ lines, droppedCount }: Extract<MinerMessage, { kind: 'linesLogged' }>): void {
    if (droppedCount > 0) say(`${droppedCount} lines of the miner came too fast to be shown; its log file has them.`);
    sink.lines(lines.map(({ at, level, source, text }) => ({ at, level, source, text })));
  }

  /** Its log comes as messages: on its streams is only what was said before it could send, or by Node itself. */
  function takeOutput(line: string, stream: 'stdout' | 'stderr'): void {
    const level = stream === 'stderr' ? 'warning' : 'info';
    sink.lines([{ at: clock.now(), level, source: stream, text: cleanLine(line) }]);
  }

  function end(): void {
    // What came last may not have been worked out yet.
    refresh();
    refresher[Symbol.dispose]();
    commands[Symbol.dispose]();
    art[Symbol.dispose]();
  }

  life.onMessage(onMessage);
  life.onLine(takeOutput);
  if (life.ended.aborted) end();
  else life.ended.addEventListener('abort', end, { once: true });

  return {
    get view() {
      return view;
    },
    get clock() {
      return minerClock;
    },
    get settingsTaken() {
      return settingsTaken;
    },
    async ask(command) {
      if (isForeign) return fail(foreignProblem(hello));
      return commands.ask(command, (message) => life.send(message));
    },
    async fetchArt(url, signal) {
      if (isForeign) return fail({ isLasting: false, sentence: versionSaying(hello).sentence });
      return art.ask(url, (message) => life.send(message), signal);
    },
    previewPlan(wishes) {
      if (state === null) return fail('The miner has not told what it knows yet. Try again in a moment.');
      return succeed(previewPlan(state, minerClock.now(), wishes));
    },
    async [Symbol.asyncDispose]() {
      life.ended.removeEventListener('abort', end);
      end();
    },
  };
}

function foreignProblem(hello: Hello | null): CommandProblem {
  const said = versionSaying(hello);
  return { kind: 'cannot', sentence: said.sentence, said };
}

function versionSaying(hello: Hello | null): Saying {
  const found = hello === null ? '?' : `${hello.ipcVersion} (Dropwise ${hello.version})`;
  return sayOfAdapter('dropwise-version', { expected: minerIpcVersion, found });
}

function isKeyedFact(value: KeyedFact): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof value.key === 'string' &&
    typeof value.at === 'number' &&
    typeof value.fact?.kind === 'string'
  );
}
