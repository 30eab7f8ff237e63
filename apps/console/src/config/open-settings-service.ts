import { isDeepStrictEqual } from 'node:util';
import type { SettingsView } from '@dropwise/contract';
import { type Settings, settingDefinitions } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { type LoadedSettings, loadSettings, writeSettings } from '@dropwise/runtime';
import type { Who } from '../auth/who.ts';
import { checkChanges } from './check-changes.ts';
import type { FindObstacles } from './find-obstacles.ts';
import { sayingOf } from './problem-sayings.ts';
import { type PushOptions, pushChange } from './push-change.ts';
import type { PushOutcome, SettingProblem, SettingsService } from './settings-service.ts';
import { SettingsTrail, type TrailOptions } from './settings-trail.ts';
import { settingsViewOf, valuesAfter, valuesOf } from './settings-view.ts';
import { Turns } from './turns.ts';
import { watchFile } from './watch-file.ts';

export interface SettingsServiceOptions extends PushOptions, TrailOptions {
  /** `config/settings.json`. */
  readonly path: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly flags: Readonly<Record<string, string>>;
  /** Sentences without secrets. */
  readonly log: (sentence: string) => void;
  /** What fits its definition and does not work here: refused as a change, warned of where it stands in the file. */
  readonly findObstacles: FindObstacles;
  readonly clock: PushOptions['clock'];
}

/** Whoever changes the file with an editor. */
const byHand: Who = { kind: 'local', scopes: new Set(), name: 'settings.json', address: '' };
const maxWaiting = 50;

/** Reads the settings, and watches their file for changes by hand. */
export async function openSettingsService(options: SettingsServiceOptions): Promise<SettingsService & AsyncDisposable> {
  const loaded = await load(options);
  return new FileSettings(options, loaded, await obstaclesIn(loaded, options));
}

/** What was written. */
interface Written {
  readonly keys: readonly string[];
  readonly notes: readonly string[];
}

class FileSettings implements SettingsService, AsyncDisposable {
  readonly #options: SettingsServiceOptions;
  readonly #turns = new Turns(maxWaiting);
  readonly #trail: SettingsTrail;
  readonly #listeners = new Set<(keys: readonly string[]) => void>();
  readonly #pushes = new Set<Promise<unknown>>();
  readonly #watch: Disposable;
  #loaded: LoadedSettings;
  #obstacles: readonly string[];
  #view: SettingsView;

  constructor(options: SettingsServiceOptions, loaded: LoadedSettings, obstacles: readonly string[]) {
    const { path, clock, log } = options;
    this.#options = options;
    this.#loaded = loaded;
    this.#view = settingsViewOf(loaded, 1, obstacles);
    this.#obstacles = obstacles;
    this.#trail = new SettingsTrail(options);
    this.#trail.start(loaded, byHand.name);
    for (const { sentence } of loaded.problems) log(sentence);
    for (const sentence of obstacles) log(sentence);
    this.#watch = watchFile({
      path,
      clock,
      onChange: () => void this.reload(byHand).catch((error: unknown) => log(diskSentence(path, error))),
      onFailure: ({ message }) =>
        log(`${path} cannot be watched (${message}): after a change by hand, ask for a reload.`),
    });
  }

  get values(): Settings {
    return valuesOf(this.#loaded);
  }

  get view(): SettingsView {
    return this.#view;
  }

  async change(
    changes: Readonly<Record<string, unknown>>,
    who: Who,
  ): Promise<Result<PushOutcome, readonly SettingProblem[]>> {
    if (this.#turns.isFull) {
      return fail([{ key: '', sentence: `${maxWaiting} changes wait to be written already. Try again in a moment.` }]);
    }
    const written = await this.#turns.take(() => this.#write(changes, who));
    return written.ok ? succeed(await this.#push(written.value)) : written;
  }

  async reload(who: Who): Promise<PushOutcome> {
    while (this.#turns.isFull) await this.#turns.settled();
    const keys = await this.#turns.take(() => this.#read(who, 'settings.edit'));
    return this.#push({ keys, notes: [] });
  }

  onChange(listener: (keys: readonly string[]) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#watch[Symbol.dispose]();
    this.#listeners.clear();
    await this.#turns.settled();
    await Promise.allSettled(this.#pushes);
  }

  async #write(
    changes: Readonly<Record<string, unknown>>,
    who: Who,
  ): Promise<Result<Written, readonly SettingProblem[]>> {
    const { path, clock } = this.#options;
    // What was written by hand until now is not this person's change.
    const editedKeys = await this.#read(byHand, 'settings.edit');
    const { writes, problems } = checkChanges(changes, this.#view.settings);
    if (problems.length > 0) return fail(problems);
    if (Object.keys(writes).length === 0) return succeed({ keys: editedKeys, notes: [] });
    const obstacles = await this.#options.findObstacles(valuesAfter(this.#loaded, writes), Object.keys(writes));
    if (obstacles.length > 0) return fail(obstacles);
    const { rescued, notes } = this.#rescue();
    const change = { path, definitions: settingDefinitions, changes: { ...rescued, ...writes }, now: clock.now() };
    try {
      const written = await writeSettings(change);
      if (!written.ok) return fail(written.failure.map((sentence) => ({ key: '', sentence })));
    } catch (error) {
      return fail([{ key: '', sentence: diskSentence(path, error) }]);
    }
    const keys = await this.#read(who, 'settings.change');
    return succeed({ keys: [...new Set([...editedKeys, ...keys])], notes });
  }

  /** A file that does not parse is written anew: what was in force goes along, and the copy is named. */
  #rescue(): { readonly rescued: Readonly<Record<string, unknown>>; readonly notes: readonly string[] } {
    const broken = this.#loaded.problems.find((problem) => problem.kind === 'broken');
    if (broken === undefined) return { rescued: {}, notes: [] };
    const inForce = [...this.#loaded.values].filter(([, { origin }]) => origin === 'file');
    const kept = broken.keptAs === null ? '' : `; its old text is kept in ${broken.keptAs}`;
    return {
      rescued: Object.fromEntries(inForce.map(([key, { value }]) => [key, value])),
      notes: [`The settings file could not be read and was written anew${kept}.`],
    };
  }

  /** Takes what file, environment and flags say now. Gives the keys whose value is another. */
  async #read(who: Who, action: 'settings.change' | 'settings.edit'): Promise<readonly string[]> {
    const before = this.#loaded;
    const loaded = await load(this.#options);
    const isLost = loaded.problems.some(({ kind }) => kind === 'broken' || kind === 'unreadable');
    // A file that is half written, or mistyped, does not turn everything to its default while the console runs.
    const after = isLost ? { ...before, problems: loaded.problems } : loaded;
    if (isDeepStrictEqual([before.values, before.problems], [after.values, after.problems])) return [];
    const obstacles = await obstaclesIn(after, this.#options);
    const said = new Set([...before.problems.map(({ sentence }) => sentence), ...this.#obstacles]);
    for (const sentence of [...after.problems.map((problem) => problem.sentence), ...obstacles]) {
      if (!said.has(sentence)) this.#options.log(sentence);
    }
    this.#loaded = after;
    this.#obstacles = obstacles;
    this.#view = settingsViewOf(after, this.#view.revision + 1, obstacles);
    const keys = differentKeys(before, after);
    if (keys.length > 0) this.#trail.note({ before, after, keys, who, action });
    for (const listener of this.#listeners) this.#tell(listener, keys);
    return keys;
  }

  /** One listener that fails does not keep a change from the others. */
  #tell(listener: (keys: readonly string[]) => void, keys: readonly string[]): void {
    try {
      listener(keys);
    } catch (error) {
      this.#options.log(`A change of the settings was not taken up everywhere: ${messageOf(error)}.`);
    }
  }

  async #push({ keys, notes }: Written): Promise<PushOutcome> {
    const pushing = pushChange(this.#options, keys, this.#loaded.problems.map(sayingOf));
    this.#pushes.add(pushing);
    try {
      const result = await pushing;
      const ofRestart = settingDefinitions.filter(({ key, restart }) => restart === true && keys.includes(key));
      const restartKeys = [...new Set([...ofRestart.map(({ key }) => key), ...result.restartKeys])];
      return { ...result, keys, restartKeys, warnings: [...notes, ...this.#view.warnings] };
    } finally {
      this.#pushes.delete(pushing);
    }
  }
}

function load({ path, env, flags, clock }: SettingsServiceOptions): Promise<LoadedSettings> {
  return loadSettings({ path, definitions: settingDefinitions, env, flags, now: clock.now() });
}

/** Of all that somebody has set; defaults work. */
async function obstaclesIn(loaded: LoadedSettings, { findObstacles }: SettingsServiceOptions): Promise<string[]> {
  const keys = [...loaded.values].filter(([, { origin }]) => origin !== 'default').map(([key]) => key);
  return (await findObstacles(valuesOf(loaded), keys)).map(({ sentence }) => sentence);
}

function differentKeys(before: LoadedSettings, after: LoadedSettings): readonly string[] {
  const heldIn = ({ values }: LoadedSettings, key: string): unknown => values.get(key)?.value;
  return settingDefinitions
    .map(({ key }) => key)
    .filter((key) => !isDeepStrictEqual(heldIn(before, key), heldIn(after, key)));
}

function diskSentence(path: string, error: unknown): string {
  return `${path} must be readable and writable, but the system answered: ${messageOf(error)}. Nothing was changed: mend that, and try again.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
