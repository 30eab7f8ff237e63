import { en, type MessageKey } from '../locales/en/index.ts';
import { loadMessages, type ShownMessages } from '../locales/index.ts';
import { formatDuration, formatMinutes, formatRelative } from './format-times.ts';
import { isolated } from './isolate.ts';
import { keptFormats } from './kept-formats.ts';
import { chooseLanguage, type Language, languages } from './languages.ts';
import { Message, type MessageValues } from './message.ts';

const storageKey = 'dropwise.language';

export type { MessageValues } from './message.ts';

/** Every word on the page passes here. Messages are ICU's: plurals and choices are the language's own. */
class I18n {
  language = $state<Language>('en');
  #messages = $state.raw<ShownMessages>(en);
  #compiled = new Map<string, Message>();

  async start(): Promise<void> {
    const stored = localStorage.getItem(storageKey);
    await this.use(chooseLanguage(stored === null ? navigator.languages : [stored]));
  }

  async choose(language: Language): Promise<void> {
    localStorage.setItem(storageKey, language);
    await this.use(language);
  }

  async use(language: Language): Promise<void> {
    const messages = await loadMessages(language);
    this.#compiled = new Map();
    this.#messages = messages;
    this.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = languages[language].direction;
  }

  t(key: MessageKey, values: MessageValues = {}): string {
    const text = this.#messages[key];
    if (!text.includes('{') && !text.includes("'")) return text;
    const cached = this.#compiled.get(key);
    const message = cached ?? new Message(text, this.language, languages[this.language].direction);
    if (cached === undefined) this.#compiled.set(key, message);
    return message.fill(values);
  }

  /** For words that the console sends with a code: ours where we have them in this language, else its own. */
  orElse(key: string, values: MessageValues, otherwise: string): string {
    return key in this.#messages ? this.t(key as MessageKey, values) : this.isolated(otherwise);
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return keptFormats.number(this.language, options).format(value);
  }

  percent(part: number): string {
    return this.number(part, { style: 'percent', maximumFractionDigits: 0 });
  }

  date(at: number, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }): string {
    return keptFormats.date(this.language, options).format(at);
  }

  relative(at: number, now: number): string {
    return formatRelative(at, now, this.language);
  }

  duration(ms: number): string {
    return formatDuration(ms, this.language);
  }

  minutes(minutes: number): string {
    return formatMinutes(minutes, this.language);
  }

  list(items: readonly string[]): string {
    const shown = items.map((item) => this.isolated(item));
    return keptFormats.list(this.language, { type: 'conjunction' }).format(shown);
  }

  /** `A, B, or C`. */
  alternatives(items: readonly string[]): string {
    const shown = items.map((item) => this.isolated(item));
    return keptFormats.list(this.language, { type: 'disjunction' }).format(shown);
  }

  /** A text that nobody translated keeps its own direction among those that are. */
  isolated(text: string): string {
    return isolated(text, languages[this.language].direction);
  }
}

export const i18n = new I18n();
/** Short, because it stands everywhere. */
export const t = (key: MessageKey, values?: MessageValues): string => i18n.t(key, values);
