import type { PlanPreviewView, SayingView, SettingsView } from '@dropwise/contract';
import type { Wish } from '@dropwise/core';
import type { Backend } from '../../backend/backend.ts';
import type { Live } from '../../live/live.svelte.ts';
import { rememberLast } from '../remember-last.ts';
import { sentenceOf } from '../sentence-of.ts';
import { type DraftChange, isSame, patchesOf, wishesToTry, withChange } from './draft.ts';
import { applyPatches, inverseOf, settingsFor, type WishPatch, type WishTarget } from './wish-patch.ts';
import { readWishSettings, type WishSettings } from './wish-reading.ts';

export type Preview =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly view: PlanPreviewView }
  | { readonly kind: 'failed'; readonly sentence: string };

/** What became of the last change that was kept, and how to take it back. */
export interface Kept {
  readonly state: 'taken' | 'saved' | 'notTaken' | 'undone';
  readonly sentence: string;
  readonly said?: readonly SayingView[];
  readonly warnings: readonly string[];
  readonly undo: readonly WishPatch[];
}

interface ChangedAnswer {
  readonly outcome: Pick<Kept, 'sentence' | 'said' | 'warnings'> & { readonly state: 'taken' | 'saved' | 'notTaken' };
  readonly settings: SettingsView;
}

const noSettings: WishSettings = {
  wishes: { games: {}, campaigns: {}, drops: {} },
  priority: [],
  mode: '',
  lockedBy: null,
};
/** Arrow keys go through several wishes: only where they stop is asked about. */
const pauseMs = 200;
const freshMs = 15_000;

/** Wishes that are tried before they are kept. One for all screens: what was begun on one is finished on another. */
export class WishDraft {
  changes = $state.raw<readonly DraftChange[]>([]);
  preview = $state.raw<Preview>({ kind: 'none' });
  kept = $state.raw<Kept | null>(null);
  problem = $state.raw<string | null>(null);
  isBusy = $state(false);
  /** The settings as the console answered last, and in which of its lives. */
  #answer = $state.raw<{ readonly epoch: string; readonly settings: SettingsView } | null>(null);
  /** The state is another with every change, its settings seldom are. */
  readonly #read = rememberLast(readWishSettings);
  readonly settings: WishSettings = $derived.by(() => {
    const state = this.#live.state;
    if (state === null) return noSettings;
    const { epoch, settings } = this.#answer ?? { epoch: null, settings: state.settings };
    // The answer may be here before the event that says the same: the old wishes must not flash up in between.
    const isNewer = epoch === state.epoch && settings.revision > state.settings.revision;
    return this.#read(isNewer ? settings : state.settings);
  });
  /** With the draft: what pickers show. */
  readonly tried: WishSettings = $derived({
    ...this.settings,
    wishes: applyPatches(this.settings.wishes, patchesOf(this.changes)),
  });
  readonly mayChange = $derived.by(() => this.#live.may('control') && this.settings.lockedBy === null);
  readonly #backend: Backend;
  readonly #live: Live;
  #asked = 0;
  /** On the browser's clock. */
  #askedAt = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(backend: Backend, live: Live) {
    this.#backend = backend;
    this.#live = live;
  }

  say(target: WishTarget, wish: Wish | null): void {
    this.kept = null;
    this.#become(withChange(this.changes, { target, wish }, this.settings.wishes));
  }

  takeBack(target: WishTarget): void {
    this.#become(this.changes.filter((change) => !isSame(change.target, target)));
  }

  discard(): void {
    this.#become([]);
  }

  /** What was said of the last change is read. */
  dismiss(): void {
    this.kept = null;
    this.problem = null;
  }

  /** The plan has changed meanwhile: what the draft changes of it is asked anew, but not with every one of many. */
  planChanged(): void {
    const isFresh = this.#live.now - this.#askedAt < freshMs;
    if (this.changes.length > 0 && this.preview.kind !== 'asking' && !isFresh) this.#ask();
  }

  async keep(): Promise<void> {
    const undo = inverseOf(this.settings.wishes, patchesOf(this.changes));
    await this.#send(patchesOf(this.changes), (outcome) => ({ ...outcome, undo }));
  }

  async undo(): Promise<void> {
    const patches = this.kept?.undo ?? [];
    await this.#send(patches, (outcome) => ({ ...outcome, state: 'undone', undo: [] }));
  }

  async #send(patches: readonly WishPatch[], keptOf: (outcome: ChangedAnswer['outcome']) => Kept): Promise<void> {
    this.isBusy = true;
    this.problem = null;
    try {
      const changes = settingsFor(applyPatches(this.settings.wishes, patches), patches);
      const { outcome, settings } = await this.#backend.send<ChangedAnswer>('POST', 'api/settings', { changes });
      const epoch = this.#live.state?.epoch;
      if (epoch !== undefined) this.#answer = { epoch, settings };
      this.#become([]);
      this.kept = keptOf(outcome);
    } catch (error) {
      this.problem = sentenceOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  #become(changes: readonly DraftChange[]): void {
    this.changes = changes;
    this.problem = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#asked += 1;
    if (changes.length === 0) {
      this.preview = { kind: 'none' };
      return;
    }
    if (this.preview.kind !== 'known') this.preview = { kind: 'asking' };
    this.#timer = setTimeout(() => this.#ask(), pauseMs);
  }

  #ask(): void {
    this.#asked += 1;
    this.#askedAt = this.#live.now;
    const turn = this.#asked;
    const wishes = wishesToTry(this.changes);
    this.#backend.send<PlanPreviewView>('POST', 'api/plan/preview', { wishes }).then(
      (view) => this.#answered(turn, { kind: 'known', view }),
      (error: unknown) => {
        this.#answered(turn, { kind: 'failed', sentence: sentenceOf(error) });
      },
    );
  }

  #answered(turn: number, preview: Preview): void {
    if (turn === this.#asked && this.changes.length > 0) this.preview = preview;
  }
}

const drafts = new WeakMap<Live, WishDraft>();

/** The one draft of the page. */
export function wishDraft(backend: Backend, live: Live): WishDraft {
  const known = drafts.get(live);
  if (known !== undefined) return known;
  const made = outliving(() => new WishDraft(backend, live));
  drafts.set(live, made);
  return made;
}

/** What is derived in a screen goes stale with it, and the draft is on several. */
function outliving(make: () => WishDraft): WishDraft {
  let made: WishDraft | null = null;
  $effect.root(() => {
    made = make();
  });
  return made ?? make();
}
