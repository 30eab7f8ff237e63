import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type Art,
  type ArtProblem,
  type ConsoleMessage,
  diffState,
  type Hello,
  minerIpcVersion,
  parseConsoleMessage,
  type SessionFacts,
  type SettingsTaken,
} from '@dropwise/contract/miner-ipc';
import type { Fact, Input, MinerState } from '@dropwise/core';
import { type Clock, fail, type Result, type Timer } from '@dropwise/kit';
import type { LogRecord, ParentChannel } from '@dropwise/runtime';
import type { Twitch } from '@dropwise/twitch';
import { createFetchArt, type FetchArt } from './fetch-art.ts';
import { createLineQueue } from './line-queue.ts';
import { maskPatch, maskTexts } from './mask-texts.ts';
import { createMessageSender } from './message-sender.ts';
import { openOutbox } from './outbox.ts';
import { runCommand } from './run-command.ts';

export interface ControlOptions {
  readonly parent: ParentChannel;
  /** Where facts wait that the console has not stored. */
  readonly dataFolder: string;
  readonly about: Pick<Hello, 'version' | 'pid' | 'clock'>;
  /** The miner's clock. */
  readonly clock: Pick<Clock, 'now'>;
  /** Real time: a console is no faster because the miner's clock is. */
  readonly wall: Clock;
}

/** What the control is given of the miner once there is one. */
export interface ControlledMiner {
  readonly state: () => MinerState;
  readonly post: (input: Input) => void;
  readonly describeSession: () => SessionFacts;
  readonly reloadSettings: () => Promise<void>;
  readonly fetchImage: Twitch['image'];
  /** A line of the log about the console itself. */
  readonly say: (sentence: string) => void;
}

/**
 * The miner's end of the channel to the console. Everything that is noted before `begin` waits for it; lines and state are
 * gathered, facts go at once. A console that does not read costs no memory: what can wait waits, as its newest value.
 */
export interface Control extends AsyncDisposable {
  /** Says hello, sends what earlier lives could not, then the whole state; from then on listens for commands. */
  begin(miner: ControlledMiner): void;
  noteLine(record: LogRecord): void;
  noteFact(fact: Fact): void;
  /** Something in the state is another object now. */
  noteState(): void;
  noteSession(): void;
  noteSettings(taken: SettingsTaken): void;
}

const gatherMs = 250;
const heartbeatMs = 5_000;
const maxFactsInMessage = 100;
/** What the console has not read by then it reads at the next start, or in the log file. */
const farewellMs = 500;

export function openControl(options: ControlOptions): Control {
  const { parent, about, clock, wall } = options;
  const runId = randomUUID();
  const lines = createLineQueue();
  const troubles: string[] = [];
  const outbox = openOutbox({
    path: join(options.dataFolder, 'facts-unsent.ndjson'),
    runId,
    onTrouble: (sentence) => (miner === null ? troubles.push(sentence) : miner.say(sentence)),
  });
  const sender = createMessageSender(parent, () => {
    sendFacts();
    sendGathered();
  });
  let miner: ControlledMiner | null = null;
  let sentState: MinerState | null = null;
  let sentSession = '';
  let gathering: Timer | null = null;
  let heartbeat: Timer | null = null;
  let factsAreDue = false;
  let oddCount = 0;
  let subscription: Disposable | null = null;
  const ending = new AbortController();
  let onAllStored = (): void => {};

  function sendFacts(): void {
    factsAreDue = false;
    while (miner !== null && !sender.isFull) {
      const facts = outbox.takeUnsent(maxFactsInMessage);
      if (facts.length === 0) return;
      sender.send({ kind: 'facts', facts });
    }
  }

  function gather(): void {
    if (ending.signal.aborted) return;
    gathering ??= wall.after(gatherMs, () => {
      gathering = null;
      sendGathered();
    });
  }

  /** A full channel calls again when it is empty. */
  function sendGathered(): void {
    if (miner === null || sender.isFull) return;
    if (!lines.isEmpty) sender.send({ kind: 'linesLogged', ...lines.take() });
    sendSession(miner);
    const state = miner.state();
    const patch = diffState(sentState, state);
    sentState = state;
    if (patch !== null) sender.send({ kind: 'statePatched', now: clock.now(), patch: maskPatch(patch) });
  }

  function sendSession(from: ControlledMiner): void {
    const session = from.describeSession();
    const text = JSON.stringify(session);
    if (text === sentSession) return;
    sentSession = text;
    sender.send({ kind: 'sessionDescribed', session });
  }

  function beat(): void {
    if (!sender.isFull) sender.send({ kind: 'heartbeat', now: clock.now() });
    heartbeat = wall.after(heartbeatMs, beat);
  }

  function onMessage(of: ControlledMiner, fetchArt: FetchArt, value: unknown): void {
    const parsed = parseConsoleMessage(value);
    if (!parsed.ok) {
      oddCount += 1;
      // A flood of them must not become a flood of lines: the 1st, 2nd, 4th, 8th, …
      if (Number.isInteger(Math.log2(oddCount))) {
        of.say(`A message of the console (number ${oddCount} of that kind) is ignored: ${parsed.failure}.`);
      }
    } else if (parsed.value.kind === 'factsStored') {
      outbox.confirm(parsed.value.key);
      if (outbox.isEmpty) onAllStored();
    } else if (ending.signal.aborted) return;
    else if (parsed.value.kind === 'fetchArt') void answerArt(fetchArt, parsed.value);
    else void answer(of, parsed.value);
  }

  async function answer(of: ControlledMiner, { id, command }: CommandMessage): Promise<void> {
    const problem = await runCommand(command, of).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      return `The miner could not do it: ${why}.`;
    });
    sender.send({ kind: 'commandAnswered', id, problem });
  }

  /** A console that does not read gets no picture on top of what waits for it already. */
  async function answerArt(fetchArt: FetchArt, { id, url }: ArtMessage): Promise<void> {
    const fetched = sender.isFull ? fail(consoleIsSlow) : await fetchArt(url, ending.signal).catch(brokenFetch);
    const outcome = fetched.ok && sender.isFull ? fail(consoleIsSlow) : fetched;
    if (outcome.ok) sender.send({ kind: 'artFetched', id, art: outcome.value, problem: null });
    else sender.send({ kind: 'artFetched', id, art: null, problem: outcome.failure });
  }

  /** Until the console has read everything and stored what matters, but not for long. */
  async function sayFarewell(): Promise<void> {
    const stored = Promise.withResolvers<void>();
    onAllStored = stored.resolve;
    if (outbox.isEmpty) stored.resolve();
    const late = Promise.withResolvers<void>();
    const timer = wall.after(farewellMs, late.resolve);
    await Promise.race([Promise.all([sender.drained(), stored.promise]), late.promise]);
    timer.cancel();
  }

  return {
    begin(controlled) {
      miner = controlled;
      sender.send({ kind: 'hello', ipcVersion: minerIpcVersion, runId, ...about });
      sendFacts();
      sendGathered();
      beat();
      for (const sentence of troubles.splice(0)) controlled.say(sentence);
      const fetchArt = createFetchArt(controlled.fetchImage, wall);
      subscription = parent.onMessage((value) => onMessage(controlled, fetchArt, value));
    },
    noteLine(record) {
      lines.add(record);
      gather();
    },
    noteFact(fact) {
      outbox.add(maskTexts(fact), clock.now());
      if (factsAreDue) return;
      factsAreDue = true;
      // Those of one step go together.
      queueMicrotask(sendFacts);
    },
    noteState: gather,
    noteSession: gather,
    noteSettings: (taken) => sender.send(taken),
    async [Symbol.asyncDispose]() {
      ending.abort(new Error('the miner ends'));
      gathering?.cancel();
      heartbeat?.cancel();
      sendFacts();
      sendGathered();
      await sayFarewell();
      subscription?.[Symbol.dispose]();
      miner = null;
      outbox[Symbol.dispose]();
    },
  };
}

const consoleIsSlow: ArtProblem = {
  isLasting: false,
  sentence: 'The console does not read what it is sent. Ask again soon.',
};

function brokenFetch(error: unknown): Result<Art, ArtProblem> {
  const why = error instanceof Error ? error.message : String(error);
  return fail({ isLasting: false, sentence: `The picture could not be fetched: ${why}.` });
}

type ArtMessage = Extract<ConsoleMessage, { readonly kind: 'fetchArt' }>;
type CommandMessage = Extract<ConsoleMessage, { readonly kind: 'command' }>;
