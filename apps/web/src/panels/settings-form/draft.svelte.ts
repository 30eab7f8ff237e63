import type { SayingView, SettingsView } from '@dropwise/contract';
import type { Backend } from '../../backend/backend.ts';
import { ApiProblem } from '../../backend/problem.ts';
import { type Changes, type SettingRow, stillMeant, undoOf, withChange, withoutChange } from './setting-rows.ts';

/** As the API says it. */
export interface Outcome {
  readonly keys: readonly string[];
  readonly state: 'taken' | 'saved' | 'notTaken';
  readonly sentence: string;
  readonly said?: readonly SayingView[];
  readonly restartKeys: readonly string[];
  readonly warnings: readonly string[];
}

/** What became of the last save. `undo`: what brings back how it was; null = it was an undo. */
export interface Saved {
  readonly outcome: Outcome;
  readonly undo: Changes | null;
  readonly hadSecrets: boolean;
}

/** What a person has changed and not saved. It stays while they look at other screens. */
class SettingsDraft {
  changes = $state.raw<Changes>({});
  /** Sentences of the API, by setting; under '' what is about none of them. */
  refusals = $state.raw<Readonly<Record<string, string>>>({});
  saved = $state.raw<Saved | null>(null);
  busy = $state(false);

  put(row: SettingRow, value: unknown): void {
    this.changes = withChange(this.changes, row, value);
    this.#forget(row.field.key);
  }

  drop(key: string): void {
    this.changes = withoutChange(this.changes, key);
    this.#forget(key);
  }

  discard(): void {
    this.changes = {};
    this.refusals = {};
  }

  /** The settings were changed, here or elsewhere. */
  follow(rows: readonly SettingRow[]): void {
    this.changes = stillMeant(this.changes, rows);
  }

  async save(backend: Backend, rows: readonly SettingRow[]): Promise<void> {
    const changes = this.changes;
    const keys = Object.keys(changes);
    const hadSecrets = rows.some(({ field }) => field.secret && keys.includes(field.key));
    const outcome = await this.#send(backend, changes);
    if (outcome === null) return;
    this.changes = {};
    this.saved = { outcome, undo: undoOf(rows, keys), hadSecrets };
  }

  async undo(backend: Backend): Promise<void> {
    const undo = this.saved?.undo ?? null;
    if (undo === null) return;
    const outcome = await this.#send(backend, undo);
    if (outcome !== null) this.saved = { outcome, undo: null, hadSecrets: false };
  }

  async #send(backend: Backend, changes: Changes): Promise<Outcome | null> {
    this.busy = true;
    this.refusals = {};
    try {
      const path = 'api/settings';
      const answer = await backend.send<{ outcome: Outcome; settings: SettingsView }>('POST', path, { changes });
      return answer.outcome;
    } catch (error) {
      this.refusals = refusalOf(error);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #forget(key: string): void {
    const { [key]: _mended, '': _general, ...others } = this.refusals;
    this.refusals = others;
    this.saved = null;
  }
}

/** The API says in `at` which setting it is about: `body.mining.mode`. */
function refusalOf(error: unknown): Readonly<Record<string, string>> {
  const sentence = error instanceof Error ? error.message : String(error);
  const at = error instanceof ApiProblem ? (error.at ?? '') : '';
  return { [at.replace(/^body\.(?:changes\.)?|^body$/, '')]: sentence };
}

export const draft = new SettingsDraft();
