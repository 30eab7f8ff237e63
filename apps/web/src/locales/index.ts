import type { Language } from '../i18n/languages.ts';
import { en, type Messages } from './en/index.ts';

/** A language is loaded when it is wanted; a line each, so that every one can be found. */
const loaders: Readonly<Partial<Record<Language, () => Promise<Messages>>>> = {};

/** English where a language is not there yet. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await loaders[language]?.()) ?? en;
}
