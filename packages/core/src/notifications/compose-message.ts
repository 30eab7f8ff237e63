import type { Note } from './note.ts';
import { type NotificationRuleId, type NotificationTone, notificationRuleIds, notificationRules } from './rule.ts';
import type { NoteBatch } from './step-notifications.ts';

/** What one channel wants to be told. */
export interface Subscription {
  readonly rules: readonly NotificationRuleId[];
  /** Campaigns of any game, or only those that the settings want. */
  readonly campaigns: 'any' | 'wanted';
}

/** A message as every channel can send it. Titles and texts hold names that strangers chose: plain text, no markup. */
export interface NotificationMessage {
  /** What it tells of; `digest` for several things, `test` for a try. */
  readonly rule: NotificationRuleId | 'digest' | 'test';
  /** One line. */
  readonly title: string;
  /** Sentences, or a line for each thing. */
  readonly text: string;
  readonly link: string | null;
  readonly tone: NotificationTone;
  readonly urgent: boolean;
}

/** Lines of one message; what is beyond is counted. The history has all of it. */
export const maxLines = 20;

/** What a batch says to one who wants only some of it; null = nothing. */
export function composeMessage(batch: NoteBatch, subscription: Subscription): NotificationMessage | null {
  const notes = batch.notes.filter((note) => isFor(note, subscription));
  const [first] = notes;
  if (first === undefined) return null;
  if (notes.length === 1 && batch.leftOut === 0 && !batch.afterQuiet) return single(first);
  return digest(notes, batch);
}

function isFor(note: Note, { rules, campaigns }: Subscription): boolean {
  if (!rules.includes(note.rule)) return false;
  // Whoever was not told of the trouble need not hear that it is over.
  if (note.of !== null && !rules.includes(note.of)) return false;
  return note.rule !== 'campaignFound' || campaigns === 'any' || note.wanted;
}

function single({ rule, title, text, link }: Note): NotificationMessage {
  const { tone, urgent } = notificationRules[rule];
  return { rule, title, text, link, tone, urgent };
}

function digest(notes: readonly Note[], { leftOut, afterQuiet }: NoteBatch): NotificationMessage {
  const rules = notificationRuleIds.filter((rule) => notes.some((note) => note.rule === rule));
  const [first] = rules;
  const counted = rules.map((rule) => countedWords(rule, notes.filter((note) => note.rule === rule).length)).join(', ');
  const unsaid = Math.max(0, notes.length - maxLines) + leftOut;
  const lines = notes.slice(0, maxLines).map((note) => `• ${note.text.replaceAll('\n', ' ')}`);
  if (unsaid > 0) lines.push(`… and ${unsaid} more; the history has them all.`);
  const links = new Set(notes.map((note) => note.link));
  const [link = null] = links;
  const tones = rules.map((rule) => notificationRules[rule].tone);
  return {
    rule: rules.length === 1 && first !== undefined ? first : 'digest',
    title: afterQuiet ? `While it was quiet: ${counted}` : counted,
    text: lines.join('\n'),
    link: links.size === 1 ? link : null,
    tone: tones.includes('bad') ? 'bad' : tones.every((tone) => tone === 'good') ? 'good' : 'plain',
    urgent: rules.some((rule) => notificationRules[rule].urgent),
  };
}

function countedWords(rule: NotificationRuleId, count: number): string {
  const { one, many } = notificationRules[rule];
  return `${count} ${count === 1 ? one : many}`;
}
