import type { NotificationRuleId } from './rule.ts';

/** One thing to tell a person. Who is told, and together with what, is decided later: `composeMessage`. */
export interface Note {
  /** What it is about: within `notifications.repeatMinutes` one key is told once. */
  readonly key: string;
  readonly rule: NotificationRuleId;
  /** For `recovered`: the rule that told of the trouble; null for all others. */
  readonly of: NotificationRuleId | null;
  /** A few words, on one line. */
  readonly title: string;
  /** Whole sentences. Names in it are strangers' words. */
  readonly text: string;
  readonly link: string | null;
  /** For `campaignFound`: the owner's settings want its game; true for all others. */
  readonly wanted: boolean;
}

/** Which miner a fact is about. */
export interface NoteSource {
  readonly id: string;
  readonly name: string;
  /** It is the only one: its name need not be said. */
  readonly alone: boolean;
  /** It tells minutes that Twitch confirmed; of others nothing can be said about counting. */
  readonly confirms: boolean;
}

/** `Drop claimed` or, where there are several miners, `Drop claimed (TDM)`. */
export function titleFor(source: NoteSource, title: string): string {
  return source.alone ? title : `${title} (${source.name})`;
}

/** The miner as the subject of a sentence. */
export function minerWords(source: NoteSource): string {
  return source.alone ? 'The miner' : source.name;
}

/** Sentences in a row, without the empty ones, each with its full stop. */
export function sentences(...parts: readonly (string | null)[]): string {
  return parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
