import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import { readAccessFile } from './access-file.ts';
import type { PasswordRecord } from './access-record.ts';
import { AccessState } from './access-state.ts';
import { ApiKeys } from './api-keys.ts';
import { readEnvironmentPassword } from './environment-password.ts';
import { createPasswordHasher, type HasherBusy, type PasswordHasher } from './password-hasher.ts';
import { Sessions } from './sessions.ts';
import type { Who } from './who.ts';

export interface AccessOptions {
  /** `config/access.json`; its folder is there. */
  readonly path: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** `console.sessionDays`, as it is now. */
  readonly sessionDays: () => number;
  /** Told what could not be kept; the console goes on. */
  readonly onProblem: (sentence: string) => void;
  /** For tests; default: scrypt as it should be today. */
  readonly hasher?: PasswordHasher;
}

/** True for whoever is not let in any more. */
export type IsGone = (who: Who) => boolean;

/** Who is let in: the password, the browsers that are signed in, the keys of programs. */
export interface Access extends AsyncDisposable {
  /** Null = there is none: only this machine gets in. */
  readonly passwordFrom: 'console' | 'environment' | null;
  /** The access file was broken: nothing but the setup answers until a password is set. */
  readonly setupRequired: boolean;
  /** For the owner, at the start. */
  readonly notices: readonly string[];
  readonly sessions: Sessions;
  readonly keys: ApiKeys;
  /** The id of the password that it is, for the session that it opens; null = it is not the password. */
  checkPassword(password: string): Promise<Result<string | null, HasherBusy>>;
  /** Signs everybody out; gives back the new password's id. Fails when the environment sets it, or too many want hashes. */
  setPassword(password: string): Promise<Result<string, 'environment' | HasherBusy>>;
  /** As `setPassword`, and only while there is none. */
  setFirstPassword(password: string): Promise<Result<string, 'alreadySet' | HasherBusy>>;
  /** Called when somebody is not let in any more: what they hold open is to be closed. */
  onGone(listener: (isGone: IsGone) => void): Disposable;
}

/** Fails with a sentence where the console must not start. */
export async function openAccess(options: AccessOptions): Promise<Result<Access, string>> {
  const { clock, env, onProblem, path, sessionDays } = options;
  const hasher = options.hasher ?? createPasswordHasher();
  const fromEnvironment = await readEnvironmentPassword(env);
  if (!fromEnvironment.ok) return fromEnvironment;
  const read = await readAccessFile(path, clock.now());
  if (!read.ok) return read;

  const state = new AccessState(path, read.value.record, onProblem);
  const kept = await keepEnvironmentPassword(state, fromEnvironment.value?.reveal() ?? null, hasher, clock);
  if (!kept.ok) return kept;
  return succeed(new OpenAccess(state, hasher, clock, sessionDays, read.value.notices));
}

/**
 * The environment's password is hashed like the other, so that guessing it costs the same, and kept, so that a restart
 * signs nobody out and a change everybody: its new id is not the one that their sessions name.
 */
async function keepEnvironmentPassword(
  state: AccessState,
  password: string | null,
  hasher: PasswordHasher,
  clock: Clock,
): Promise<Result<void, string>> {
  const before = state.record.environmentPassword;
  if (password === null && before === null) return succeed(undefined);
  try {
    if (password === null) {
      await state.change({ environmentPassword: null, sessions: [] });
      return succeed(undefined);
    }
    const same = before === null ? succeed(false) : await hasher.verify(password, before);
    if (same.ok && same.value) return succeed(undefined);
    const hashed = await hasher.hash(password, clock.now());
    if (!hashed.ok) return fail('The password of the environment could not be hashed: start the console again.');
    await state.change({ environmentPassword: hashed.value, sessions: [], setup: 'open' });
    return succeed(undefined);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fail(`What the environment says about the password could not be kept in access.json: ${found}.`);
  }
}

class OpenAccess implements Access {
  readonly notices: readonly string[];
  readonly sessions: Sessions;
  readonly keys: ApiKeys;
  readonly #state: AccessState;
  readonly #hasher: PasswordHasher;
  readonly #clock: Clock;
  readonly #listeners = new Set<(isGone: IsGone) => void>();

  constructor(
    state: AccessState,
    hasher: PasswordHasher,
    clock: Clock,
    sessionDays: () => number,
    notices: readonly string[],
  ) {
    this.#state = state;
    this.#hasher = hasher;
    this.#clock = clock;
    this.notices = notices;
    const isIn = (ids: readonly string[], who: Who): boolean =>
      who.credentialId !== undefined && ids.includes(who.credentialId);
    this.sessions = new Sessions({
      state,
      clock,
      idleDays: sessionDays,
      passwordId: () => this.#password?.id ?? null,
      onEnded: (ids) => this.#announceGone((who) => who.kind === 'session' && isIn(ids, who)),
    });
    this.keys = new ApiKeys(state, clock, (id) => this.#announceGone((who) => who.kind === 'key' && isIn([id], who)));
  }

  get passwordFrom(): 'console' | 'environment' | null {
    const { environmentPassword, password } = this.#state.record;
    if (environmentPassword !== null) return 'environment';
    return password === null ? null : 'console';
  }

  get setupRequired(): boolean {
    return this.#password === null && this.#state.record.setup === 'required';
  }

  get #password(): PasswordRecord | null {
    return this.#state.record.environmentPassword ?? this.#state.record.password;
  }

  async checkPassword(password: string): Promise<Result<string | null, HasherBusy>> {
    const record = this.#password;
    if (record === null) return succeed(null);
    const checked = await this.#hasher.verify(password, record);
    if (!checked.ok) return checked;
    if (checked.value && this.#hasher.isOutdated(record)) await this.#rehash(password, record);
    return succeed(checked.value ? record.id : null);
  }

  async setPassword(password: string): Promise<Result<string, 'environment' | HasherBusy>> {
    if (this.passwordFrom === 'environment') return fail('environment');
    const hashed = await this.#hasher.hash(password, this.#clock.now());
    return hashed.ok ? succeed(await this.#take(hashed.value)) : hashed;
  }

  async setFirstPassword(password: string): Promise<Result<string, 'alreadySet' | HasherBusy>> {
    if (this.#password !== null) return fail('alreadySet');
    const hashed = await this.#hasher.hash(password, this.#clock.now());
    if (!hashed.ok) return hashed;
    // Somebody else may have been faster while this was hashed.
    if (this.#password !== null) return fail('alreadySet');
    return succeed(await this.#take(hashed.value));
  }

  onGone(listener: (isGone: IsGone) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listeners.clear();
    await this.#state[Symbol.asyncDispose]();
  }

  async #take(password: PasswordRecord): Promise<string> {
    const written = this.#state.change({ password, sessions: [], setup: 'open' });
    this.#announceGone((who) => who.kind === 'session' || who.kind === 'local');
    await written;
    return password.id;
  }

  #announceGone(isGone: IsGone): void {
    for (const listener of this.#listeners) listener(isGone);
  }

  /** Parameters were raised since the password was set: the moment it is known is the moment to use them. */
  async #rehash(password: string, before: PasswordRecord): Promise<void> {
    const hashed = await this.#hasher.hash(password, before.setAt);
    if (!hashed.ok) return;
    const after = { ...hashed.value, id: before.id };
    const { environmentPassword, password: own } = this.#state.record;
    if (own === before) await this.#state.changeLightly({ password: after });
    else if (environmentPassword === before) await this.#state.changeLightly({ environmentPassword: after });
  }
}
