import type { CommandProblem, ConsoleMessage, MinerCommand } from '@dropwise/contract';
import { type Clock, fail, type Result, succeed, type Timer } from '@dropwise/kit';
import { sayOfAdapter } from '../adapter-sayings.ts';

export type CommandOutcome = Result<void, CommandProblem>;

/** Commands on their way to the miner, each until it is answered, late, or nobody is there any more. */
export interface PendingCommands extends Disposable {
  /** `send` false = nobody hears it. Never rejects. */
  ask(command: MinerCommand, send: (message: ConsoleMessage) => boolean): Promise<CommandOutcome>;
  answer(id: number, problem: string | null): void;
}

/** Longer than a miner is ever busy with anything else. */
const patienceMs = 15_000;
/** Nobody presses that many buttons: more of them are refused. */
const maxPending = 50;

export function createPendingCommands(clock: Clock): PendingCommands {
  const pending = new Map<number, { readonly settle: (outcome: CommandOutcome) => void; readonly timer: Timer }>();
  let lastId = 0;
  let isOver = false;

  function settle(id: number, outcome: CommandOutcome): void {
    const known = pending.get(id);
    if (known === undefined) return;
    pending.delete(id);
    known.timer.cancel();
    known.settle(outcome);
  }

  return {
    ask(command, send) {
      if (isOver) return Promise.resolve(notRunning);
      if (pending.size >= maxPending) return Promise.resolve(tooMany);
      lastId += 1;
      const id = lastId;
      const { promise, resolve } = Promise.withResolvers<CommandOutcome>();
      pending.set(id, { settle: resolve, timer: clock.after(patienceMs, () => settle(id, noAnswer)) });
      if (!send({ kind: 'command', id, command })) settle(id, notRunning);
      return promise;
    },
    answer: (id, problem) =>
      settle(id, problem === null ? succeed(undefined) : fail({ kind: 'refused', sentence: problem })),
    [Symbol.dispose]() {
      isOver = true;
      for (const id of [...pending.keys()]) settle(id, endedFirst);
    },
  };
}

const notRunning = fail<CommandProblem>({
  kind: 'notRunning',
  sentence: 'The miner does not run, so it cannot be asked. Start it first.',
});
const endedFirst = fail<CommandProblem>({
  kind: 'notRunning',
  sentence: 'The miner ended before it answered. Ask again once it runs.',
});
const unanswered = sayOfAdapter('command-unanswered', { seconds: patienceMs / 1_000 });
const noAnswer = fail<CommandProblem>({ kind: 'noAnswer', sentence: unanswered.sentence, said: unanswered });
const crowded = sayOfAdapter('command-too-many', { commandCount: maxPending });
const tooMany = fail<CommandProblem>({ kind: 'refused', sentence: crowded.sentence, said: crowded });
