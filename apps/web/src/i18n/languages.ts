/** Every language of the page, in its own name. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  pt: { name: 'Português', direction: 'ltr' },
  pl: { name: 'Polski', direction: 'ltr' },
  ru: { name: 'Русский', direction: 'ltr' },
  uk: { name: 'Українська', direction: 'ltr' },
  tr: { name: 'Türkçe', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
  ja: { name: '日本語', direction: 'ltr' },
  zh: { name: '简体中文', direction: 'ltr' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly direction: 'ltr' | 'rtl' }>>;

export type Language = keyof typeof languages;

/** The first of the browser's wishes that there is. */
export function chooseLanguage(wished: readonly string[]): Language {
  for (const tag of wished) {
    const code = tag.toLowerCase().split('-')[0];
    const found = (Object.keys(languages) as Language[]).find((language) => language === code);
    if (found !== undefined) return found;
  }
  return 'en';
}
