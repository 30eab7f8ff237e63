import type { Language } from '../i18n/languages.ts';
import { en, type MessageKey, type Messages } from './en/index.ts';

/** All that a language has; English leaves the console's sayings to the console. */
export type ShownMessages = Readonly<Record<MessageKey, string>>;

/** A language is loaded when it is wanted; a line each, so that every one can be found. */
const loaders: Readonly<Partial<Record<Language, () => Promise<Messages>>>> = {
  de: async () => (await import('./de/index.ts')).messages,
  fr: async () => (await import('./fr/index.ts')).messages,
  es: async () => (await import('./es/index.ts')).messages,
  pt: async () => (await import('./pt/index.ts')).messages,
  pl: async () => (await import('./pl/index.ts')).messages,
  ru: async () => (await import('./ru/index.ts')).messages,
  uk: async () => (await import('./uk/index.ts')).messages,
  tr: async () => (await import('./tr/index.ts')).messages,
  ar: async () => (await import('./ar/index.ts')).messages,
  ja: async () => (await import('./ja/index.ts')).messages,
  zh: async () => (await import('./zh/index.ts')).messages,
};

/** English where a language is not there yet. */
export async function loadMessages(language: Language): Promise<ShownMessages> {
  return (await loaders[language]?.()) ?? en;
}
