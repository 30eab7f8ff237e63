import type { KeyScope } from '@dropwise/contract';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import { type KeyRecord, maxKeys } from './access-record.ts';
import type { AccessState } from './access-state.ts';
import { createId, createSecretText, hashSecretText, isSecretText } from './secret-text.ts';

const hourMs = 3_600_000;
/** So that a key that was left in a file or a log is found by those who look for keys. */
const keyPrefix = 'dropwise_';

/** For programs: what they may do, and when they last did. At most 50. */
export class ApiKeys {
  readonly #state: AccessState;
  readonly #clock: Clock;
  readonly #onRemoved: (id: string) => void;

  constructor(state: AccessState, clock: Clock, onRemoved: (id: string) => void) {
    this.#state = state;
    this.#clock = clock;
    this.#onRemoved = onRemoved;
  }

  /** Newest first. */
  list(): readonly KeyRecord[] {
    return this.#state.record.keys;
  }

  /** Null = there is no such key. Remembers the use, to the hour. */
  find(text: string): KeyRecord | null {
    if (!text.startsWith(keyPrefix) || !isSecretText(text.slice(keyPrefix.length))) return null;
    const hash = hashSecretText(text);
    const found = this.list().find((key) => key.secretHash === hash);
    if (found === undefined) return null;
    const now = this.#clock.now();
    if (found.lastUsedAt === null || now - found.lastUsedAt >= hourMs) {
      const used = { ...found, lastUsedAt: now };
      void this.#state.changeLightly({ keys: this.list().map((key) => (key.id === used.id ? used : key)) });
    }
    return found;
  }

  /** `secret` is shown once and kept nowhere. Fails with a sentence. */
  async create(name: string, scope: KeyScope): Promise<Result<{ key: KeyRecord; secret: string }, string>> {
    if (this.list().length >= maxKeys) {
      return fail(`There are ${maxKeys} API keys already, and no more are kept. Delete one that is not used.`);
    }
    if (this.list().some((key) => key.name === name)) {
      return fail(`There is an API key "${name}" already. Delete it, or choose another name.`);
    }
    const secret = `${keyPrefix}${createSecretText()}`;
    const key: KeyRecord = {
      id: createId(),
      secretHash: hashSecretText(secret),
      name,
      scope,
      createdAt: this.#clock.now(),
      lastUsedAt: null,
    };
    await this.#state.change({ keys: [key, ...this.list()] });
    return succeed({ key, secret });
  }

  /** Null = there is no such key. */
  async remove(id: string): Promise<KeyRecord | null> {
    const found = this.list().find((key) => key.id === id) ?? null;
    if (found === null) return null;
    const written = this.#state.change({ keys: this.list().filter((key) => key !== found) });
    this.#onRemoved(id);
    await written;
    return found;
  }
}
