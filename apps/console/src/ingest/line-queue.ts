import type { LogLine } from '@dropwise/contract';

/** What one child may have waiting: a flood of one leaves the others their place. */
const maxLinesOfChild = 5_000;
const maxCharactersOfChild = 4_000_000;
/** Of all together. */
const maxLines = 40_000;

interface Held {
  lines: number;
  characters: number;
  /** That came when there was no room, and were not yet spoken of. */
  skipped: number;
}

/** Lines in the order in which they came. What finds no room is skipped, and a line in its place says how many. */
export class LineQueue {
  #waiting: LogLine[] = [];
  readonly #held = new Map<string, Held>();
  #skippedCount = 0;

  get size(): number {
    return this.#waiting.length;
  }

  /** Whether a line of this child would be taken. Ask before the work of cleaning it; a line without room is `skip`ped. */
  hasRoom(childId: string): boolean {
    const held = this.#held.get(childId);
    if (this.#waiting.length >= maxLines) return false;
    return held === undefined || (held.lines < maxLinesOfChild && held.characters < maxCharactersOfChild);
  }

  skip(childId: string): void {
    this.#heldBy(childId).skipped += 1;
    this.#skippedCount += 1;
  }

  add(line: LogLine): void {
    this.#speakOfSkipped(line.childId, line.at);
    this.#push(line);
  }

  /** Children that were skipped and have been silent since are spoken of, too. */
  speakOfAllSkipped(now: number): void {
    for (const [childId, { lines, skipped }] of this.#held) {
      if (lines === 0 && skipped > 0) this.#speakOfSkipped(childId, now);
    }
  }

  /** The first `count`; they stay until `drop`. */
  peek(count: number): readonly LogLine[] {
    return this.#waiting.slice(0, count);
  }

  drop(count: number): void {
    for (const { childId, text } of this.#waiting.splice(0, count)) {
      const held = this.#heldBy(childId);
      held.lines -= 1;
      held.characters -= text.length;
      if (held.lines === 0 && held.skipped === 0) this.#held.delete(childId);
    }
  }

  /** How many were skipped since it was last asked. */
  takeSkippedCount(): number {
    const count = this.#skippedCount;
    this.#skippedCount = 0;
    return count;
  }

  #push(line: LogLine): void {
    const held = this.#heldBy(line.childId);
    held.lines += 1;
    held.characters += line.text.length;
    this.#waiting.push(line);
  }

  #speakOfSkipped(childId: string, at: number): void {
    const held = this.#heldBy(childId);
    if (held.skipped === 0) return;
    const text = `${held.skipped} lines skipped: they came faster than they could be written.`;
    held.skipped = 0;
    this.#push({ at, childId, level: 'warning', source: skippedSource, text });
  }

  #heldBy(childId: string): Held {
    const known = this.#held.get(childId);
    if (known !== undefined) return known;
    const held: Held = { lines: 0, characters: 0, skipped: 0 };
    this.#held.set(childId, held);
    return held;
  }
}

const skippedSource = 'console';
