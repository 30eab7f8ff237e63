import type { StoredLine } from '@dropwise/contract';
import type { LiveEvent } from '@dropwise/contract/live';
import type { Backend } from '../../backend/backend.ts';
import { sentenceOf } from '../../shared/sentence-of.ts';
import {
  appended,
  emptyBuffer,
  filled,
  firstSeq,
  type LogBuffer,
  type LogRow,
  lastSeq,
  maxRows,
  prepended,
  rowOf,
  type SkippedRow,
} from './log-buffer.ts';
import { fits, type LogFilter, queryOf } from './log-filter.ts';
import { type LogWindow, movedDown, movedUp, shifted, windowAtEnd } from './log-window.ts';

interface Page {
  readonly items: readonly StoredLine[];
  readonly next: number | null;
}

const pageLines = 200;
/** A page may be empty and have a next one: a rare word in a long log. So often it is asked on before a person is. */
const maxEmptyPages = 20;
/** What was missed is read line by line up to this; beyond it the newest are read instead. */
const maxCaughtUp = 800;

/**
 * The log as it is read: the newest lines while it follows, otherwise the place where the reader is. While reading, lines
 * that arrive are counted, not kept: they are asked for on the way back.
 */
export class LogFeed {
  buffer = $state.raw<LogBuffer>(emptyBuffer);
  window = $state.raw<LogWindow>({ start: 0, end: 0 });
  /** The newest line is in view and stays there. */
  following = $state(true);
  /** Chosen by a person: no scrolling ends it. */
  paused = $state(false);
  waitingCount = $state(0);
  busy = $state<'newest' | 'older' | 'newer' | null>(null);
  problem = $state<string | null>(null);
  /** Nothing was found as far back as was looked; there is more. */
  searchedOn = $state(false);
  /** Names of parts of the programs that were seen. */
  sources = $state.raw<readonly string[]>([]);
  readonly rows = $derived(this.buffer.rows.slice(this.window.start, this.window.end));
  readonly #backend: Backend;
  #filter: LogFilter;
  #pending: LogRow[] = [];
  #lastArrived = 0;
  /** How far back was looked without finding anything. */
  #lookedBackTo: number | null = null;
  #isDrawing = false;
  /** The lines that are read are of an earlier life of the console: what is newer cannot be told by their numbers. */
  #isOtherLife = false;
  #turn = 0;

  constructor(backend: Backend, filter: LogFilter) {
    this.#backend = backend;
    this.#filter = filter;
  }

  /** Another choice of lines: from its newest on. */
  async show(filter: LogFilter): Promise<void> {
    this.#filter = filter;
    await this.toNewest();
  }

  async toNewest(): Promise<void> {
    const turn = ++this.#turn;
    this.paused = false;
    this.following = true;
    this.waitingCount = 0;
    this.#pending = [];
    this.#lookedBackTo = null;
    this.#isOtherLife = false;
    const page = await this.#readBack('newest', null, turn);
    if (page === null || turn !== this.#turn) return;
    const rows = page.items.toReversed().map(rowOf);
    this.buffer = appended({ ...emptyBuffer, reachesStart: page.next === null }, rows, true);
    this.window = windowAtEnd(this.buffer.rows.length);
    this.#noteSources(page.items);
    this.#flush();
  }

  /** Goes on following after a pause, after reading, after a lost connection: with what was missed in between. */
  async resume(): Promise<void> {
    const missed = this.waitingCount;
    if (this.buffer.rows.length === 0 || !this.buffer.reachesEnd || missed > maxCaughtUp) return await this.toNewest();
    this.paused = false;
    this.waitingCount = 0;
    this.#pending = [];
    this.following = true;
    await this.#catchUp();
  }

  pause(): void {
    this.paused = true;
    this.following = false;
  }

  /** The reader scrolled away from the end. */
  read(): void {
    this.following = false;
  }

  /** The console began another life: with an older store, say, whose lines have other numbers. */
  async beginAnew(): Promise<void> {
    this.#lastArrived = 0;
    if (this.following) await this.toNewest();
    // The reader keeps the place; the way back leads to the newest.
    else this.buffer = { ...this.buffer, reachesEnd: false };
    this.#isOtherLife = !this.following;
  }

  /** A lost connection is back: what was said meanwhile is read. */
  async fillGap(): Promise<void> {
    if (this.following && this.buffer.rows.length > 0) await this.#catchUp();
    else if (this.buffer.rows.length === 0) await this.toNewest();
  }

  take(event: LiveEvent): void {
    if (event.name !== 'console_output') return;
    const { lines, skippedCount } = event;
    const first = lines[0]?.seq ?? this.#lastArrived + skippedCount + 1;
    const skipped: readonly LogRow[] =
      skippedCount === 0
        ? []
        : [
            {
              kind: 'skipped',
              key: `skipped ${first}`,
              count: skippedCount,
              after: Math.max(this.#lastArrived, lastSeq(this.buffer)),
              before: first,
            },
          ];
    this.#lastArrived = lines.at(-1)?.seq ?? this.#lastArrived;
    const fitting = lines.filter((line) => fits(line, this.#filter));
    if (!this.following) {
      this.waitingCount += fitting.length + skippedCount;
      return;
    }
    this.#noteSources(lines);
    // A hidden page draws nothing: what cannot be kept is skipped.
    this.#pending = [...this.#pending, ...skipped, ...fitting.map(rowOf)].slice(-maxRows);
    this.#drawSoon();
  }

  async up(): Promise<void> {
    const { buffer, window } = this;
    if (window.start > 0) this.window = movedUp(window, buffer.rows.length);
    else if (!buffer.reachesStart && this.busy === null) await this.older();
  }

  async older(): Promise<void> {
    const turn = this.#turn;
    const page = await this.#readBack('older', this.#lookedBackTo ?? firstSeq(this.buffer), turn);
    if (page === null || turn !== this.#turn) return;
    const before = this.buffer.rows.length;
    this.buffer = prepended(this.buffer, page.items.toReversed(), page.next === null);
    this.#noteSources(page.items);
    const { length } = this.buffer.rows;
    if (this.following) this.window = windowAtEnd(length);
    else this.window = movedUp(shifted(this.window, page.items.length, length), length);
    if (before === 0) this.window = windowAtEnd(length);
  }

  async down(): Promise<void> {
    const { buffer, window } = this;
    if (window.end < buffer.rows.length) this.window = movedDown(window, buffer.rows.length);
    else if (this.paused) return;
    else if (buffer.reachesEnd) await this.resume();
    else if (this.#isOtherLife) await this.toNewest();
    else if (this.busy === null) await this.#newer();
  }

  async fillSkipped(gap: SkippedRow): Promise<void> {
    try {
      const query = queryOf(this.#filter, { after: gap.after, limit: 1_000 });
      const page = await this.#backend.get<Page>(`api/logs?${query}`);
      const last = page.items.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
      const before = this.buffer.rows.length;
      this.read();
      this.buffer = filled(this.buffer, gap, page.items, page.next === null || last >= gap.before);
      this.window = shifted(this.window, Math.min(0, maxRows - before - page.items.length), this.buffer.rows.length);
      this.problem = null;
    } catch (error) {
      this.problem = sentenceOf(error);
    }
  }

  async #newer(): Promise<void> {
    const turn = this.#turn;
    this.busy = 'newer';
    try {
      const query = queryOf(this.#filter, { after: lastSeq(this.buffer), limit: pageLines });
      const page = await this.#backend.get<Page>(`api/logs?${query}`);
      if (turn !== this.#turn) return;
      const { length: before } = this.buffer.rows;
      this.buffer = appended(this.buffer, page.items.map(rowOf), page.next === null);
      const gone = before + page.items.length - this.buffer.rows.length;
      this.window = movedDown(shifted(this.window, -gone, this.buffer.rows.length), this.buffer.rows.length);
    } catch (error) {
      this.problem = sentenceOf(error);
    } finally {
      this.busy = null;
    }
  }

  /** Everything behind the last line, page by page. */
  async #catchUp(): Promise<void> {
    const turn = ++this.#turn;
    this.busy = 'newer';
    try {
      for (let after: number | null = lastSeq(this.buffer), read = 0; after !== null; ) {
        const query = queryOf(this.#filter, { after, limit: pageLines });
        const page: Page = await this.#backend.get<Page>(`api/logs?${query}`);
        if (turn !== this.#turn) return;
        read += page.items.length;
        if (read > maxCaughtUp) return await this.toNewest();
        this.buffer = appended(this.buffer, page.items.map(rowOf), true);
        after = page.next;
      }
      this.problem = null;
      this.#flush();
    } catch (error) {
      this.problem = sentenceOf(error);
    } finally {
      if (turn === this.#turn) this.busy = null;
    }
  }

  /** Newest first, from before `before` on. Null = that did not work. */
  async #readBack(busy: 'newest' | 'older', before: number | null, turn: number): Promise<Page | null> {
    this.busy = busy;
    this.searchedOn = false;
    try {
      let from = before;
      for (let round = 0; ; round++) {
        const query = queryOf(this.#filter, { ...(from === null ? {} : { before: from }), limit: pageLines });
        const page = await this.#backend.get<Page>(`api/logs?${query}`);
        if (turn !== this.#turn) return null;
        this.problem = null;
        this.#lookedBackTo = page.items.length > 0 ? null : page.next;
        if (page.items.length > 0 || page.next === null) return page;
        from = page.next;
        this.searchedOn = round >= maxEmptyPages;
        if (this.searchedOn) return page;
      }
    } catch (error) {
      if (turn === this.#turn) this.problem = sentenceOf(error);
      return null;
    } finally {
      if (turn === this.#turn) this.busy = null;
    }
  }

  #drawSoon(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      if (this.following && this.busy === null) this.#flush();
    });
  }

  #flush(): void {
    this.buffer = appended(this.buffer, this.#pending, true);
    this.#pending = [];
    if (this.buffer.rows.length === maxRows) this.#lookedBackTo = null;
    if (this.following) this.window = windowAtEnd(this.buffer.rows.length);
  }

  #noteSources(lines: readonly StoredLine[]): void {
    const fresh = lines.map(({ source }) => source).filter((source) => !this.sources.includes(source));
    if (fresh.length > 0) this.sources = [...new Set([...this.sources, ...fresh])].sort().slice(0, 100);
  }
}
