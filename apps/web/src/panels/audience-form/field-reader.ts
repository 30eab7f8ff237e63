import type { MessageValues } from '../../i18n/i18n.svelte.ts';
import type { MessageKey } from '../../locales/en/index.ts';

/** What does not fit, as a message. */
export interface EntryProblem {
  readonly key: MessageKey;
  readonly values: MessageValues;
}

/** Reads what is typed, and keeps what does not fit by its field. */
export class FieldReader {
  readonly problems = new Map<string, EntryProblem>();

  refuse(field: string, problem: EntryProblem): void {
    this.problems.set(field, problem);
  }

  number(field: string, text: string, least: number, most: number): number {
    return this.#read(field, text, least, most, 'audience.problem.number');
  }

  whole(field: string, text: string, least: number, most: number): number {
    const value = this.#read(field, text, least, most, 'audience.problem.whole');
    if (!Number.isInteger(value)) this.refuse(field, { key: 'audience.problem.whole', values: { least, most } });
    return value;
  }

  numberOrNone(field: string, text: string, least: number, most: number): number | null {
    return text.trim() === '' ? null : this.number(field, text, least, most);
  }

  wholeOrNone(field: string, text: string, least: number, most: number): number | null {
    return text.trim() === '' ? null : this.whole(field, text, least, most);
  }

  /** A decimal comma is one, too. What does not fit counts as the least, and is never sent. */
  #read(field: string, text: string, least: number, most: number, key: MessageKey): number {
    const trimmed = text.trim().replace(',', '.');
    const value = /^\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.refuse(field, { key, values: { least, most } });
    return least;
  }
}
