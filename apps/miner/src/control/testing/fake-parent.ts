import type { ConsoleMessage, MinerMessage } from '@dropwise/contract/miner-ipc';
import type { ParentChannel } from '@dropwise/runtime';

/** The other end of the channel: reads at once, or not until it is told to. */
export class FakeParent implements ParentChannel {
  readonly messages: MinerMessage[] = [];
  /** How many messages the channel takes before it is full; Infinity = somebody reads. */
  room = Number.POSITIVE_INFINITY;
  #unread: (() => void)[] = [];
  #listener: ((message: unknown) => void) | null = null;

  send(message: unknown, written: () => void): boolean {
    this.messages.push(structuredClone(message) as MinerMessage);
    if (this.room === Number.POSITIVE_INFINITY) {
      queueMicrotask(written);
      return true;
    }
    this.#unread.push(written);
    return this.#unread.length < this.room;
  }

  onMessage(run: (message: unknown) => void): Disposable {
    this.#listener = run;
    return {
      [Symbol.dispose]: () => {
        this.#listener = null;
      },
    };
  }

  get isListenedTo(): boolean {
    return this.#listener !== null;
  }

  say(message: ConsoleMessage | unknown): void {
    this.#listener?.(message);
  }

  /** Everything that waits is read, and what comes from now on too. */
  readAll(): void {
    this.room = Number.POSITIVE_INFINITY;
    for (const written of this.#unread.splice(0)) written();
  }

  of<Kind extends MinerMessage['kind']>(kind: Kind): Extract<MinerMessage, { kind: Kind }>[] {
    return this.messages.filter((message): message is Extract<MinerMessage, { kind: Kind }> => message.kind === kind);
  }
}
