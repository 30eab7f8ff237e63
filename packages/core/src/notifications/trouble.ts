import { type Note, type NoteSource, titleFor } from './note.ts';
import type { NotificationRuleId } from './rule.ts';

export type TroubleRule = Extract<NotificationRuleId, 'loginNeeded' | 'notCounting' | 'minerDown'>;

/**
 * Something that begins and ends, beside what the owner was told of it last. Told is what differs: so what was said last
 * becomes true in the end, however often it changes in between.
 */
export interface Trouble {
  readonly rule: TroubleRule;
  readonly state: 'troubled' | 'well';
  /** When to tell, unless it is over by then. */
  readonly dueAt: number;
  /** Tells of the trouble. Another key is told again: it has become worse. */
  readonly note: Note;
  /** Tells that it is over. */
  readonly recovery: Note;
  /** Key of the note that the owner was told and that was not taken back; null = he believes that all is well. */
  readonly believed: string | null;
}

export function troubleKey(rule: TroubleRule, sourceId: string): string {
  return JSON.stringify([rule, sourceId]);
}

export interface TroubleWords {
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
}

/** `stage` tells apart what is worth telling anew. */
export function troubleNote(rule: TroubleRule, source: NoteSource, stage: string, words: TroubleWords): Note {
  return {
    key: JSON.stringify([rule, source.id, stage]),
    rule,
    of: null,
    wanted: true,
    title: titleFor(source, words.title),
    text: words.text,
    link: words.link,
  };
}

export function recoveryNote(rule: TroubleRule, source: NoteSource, title: string, text: string): Note {
  return {
    key: JSON.stringify(['recovered', rule, source.id]),
    rule: 'recovered',
    of: rule,
    wanted: true,
    title: titleFor(source, title),
    text,
    link: null,
  };
}
