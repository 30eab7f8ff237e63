export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'dropwise.theme';

class ThemeChoice {
  choice = $state<Theme>('system');
  /** What is shown. */
  shown = $state<'light' | 'dark'>('light');
}
export const theme = new ThemeChoice();

export function startTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const stored = localStorage.getItem(storageKey);
  theme.choice = themes.find((each) => each === stored) ?? 'system';
  dark.addEventListener('change', () => apply(dark.matches));
  apply(dark.matches);
}

export function chooseTheme(choice: Theme): void {
  theme.choice = choice;
  localStorage.setItem(storageKey, choice);
  apply(window.matchMedia('(prefers-color-scheme: dark)').matches);
}

function apply(systemIsDark: boolean): void {
  theme.shown = theme.choice === 'system' ? (systemIsDark ? 'dark' : 'light') : theme.choice;
  document.documentElement.dataset.theme = theme.shown;
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground);
}
