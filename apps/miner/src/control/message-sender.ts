import type { MinerMessage } from '@dropwise/contract/miner-ipc';
import type { ParentChannel } from '@dropwise/runtime';

/** Sends to a console that may be slow: when enough waits in the channel, it is full until all of that has left. */
export interface MessageSender {
  /** True: what can wait is to wait for `onDrained`. */
  readonly isFull: boolean;
  send(message: MinerMessage): void;
  /** Resolves when everything has left, or could not. */
  drained(): Promise<void>;
}

export function createMessageSender(parent: ParentChannel, onDrained: () => void): MessageSender {
  let leavingCount = 0;
  let isFull = false;
  let waiting: (() => void)[] = [];

  function onWritten(): void {
    leavingCount -= 1;
    if (leavingCount > 0) return;
    const { length } = waiting;
    for (const resolve of waiting.splice(0, length)) resolve();
    if (!isFull) return;
    isFull = false;
    onDrained();
  }

  return {
    get isFull() {
      return isFull;
    },
    send(message) {
      leavingCount += 1;
      if (!parent.send(message, onWritten)) isFull = true;
    },
    async drained() {
      if (leavingCount === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting = [...waiting, resolve];
      await promise;
    },
  };
}
