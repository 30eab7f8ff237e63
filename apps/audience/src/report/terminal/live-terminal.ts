import type { AudienceSample } from '@dropwise/contract/audience';
import type { TextOutlet } from '@dropwise/runtime';
import { printable } from '../printable.ts';
import { formatLine } from './format-line.ts';
import { formatLive } from './format-live.ts';

export interface LiveTerminalOptions {
  readonly outlet: TextOutlet;
  /** Asked at each drawing: a window may be resized. */
  readonly columns: () => number;
  readonly durationMs: number | null;
  /** Between lines where nothing can be redrawn; `-v` asks for each second. */
  readonly plainEveryMs: number;
}

const escapeKey = '\u001b';

/** What a person sees while a run goes on: on a terminal a block that is redrawn, elsewhere a line now and then. */
export class LiveTerminal implements Disposable {
  readonly #options: LiveTerminalOptions;
  #drawnLines = 0;
  #nextPlainMs = 0;
  #last: AudienceSample | null = null;

  constructor(options: LiveTerminalOptions) {
    this.#options = options;
  }

  show(sample: AudienceSample): void {
    if (this.#options.outlet.isTTY === true) {
      this.#last = sample;
      this.#redraw('');
      return;
    }
    if (sample.atMs < this.#nextPlainMs) return;
    this.#nextPlainMs = sample.atMs + this.#options.plainEveryMs;
    this.#options.outlet.write(`${formatLine(sample)}\n`);
  }

  /** A message that stays, above the block. */
  say(sentence: string): void {
    const line = `${printable(sentence)}\n`;
    if (this.#last === null) this.#options.outlet.write(line);
    else this.#redraw(line);
  }

  /** Leaves what is drawn; what is written after it comes below. */
  [Symbol.dispose](): void {
    this.#drawnLines = 0;
    this.#last = null;
  }

  #redraw(above: string): void {
    if (this.#last === null) return;
    const { outlet, columns, durationMs } = this.#options;
    const block = formatLive(this.#last, { durationMs, columns: columns() });
    const back = this.#drawnLines === 0 ? '' : `${escapeKey}[${this.#drawnLines}A\r${escapeKey}[J`;
    // In one write, so that nobody sees the half of it.
    outlet.write(`${back}${above}${block.join('\n')}\n`);
    this.#drawnLines = block.length;
  }
}
