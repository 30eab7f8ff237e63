/** Ways to set text apart on a terminal. Widths are measured before painting. */
export interface Paint {
  heading(text: string): string;
  /** What may be passed over. */
  faint(text: string): string;
  good(text: string): string;
  warning(text: string): string;
  bad(text: string): string;
}

const same = (text: string): string => text;
const ansi =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;

export const plainPaint: Paint = { heading: same, faint: same, good: same, warning: same, bad: same };

export const colourPaint: Paint = {
  heading: ansi(1, 22),
  faint: ansi(2, 22),
  good: ansi(32, 39),
  warning: ansi(33, 39),
  bad: ansi(31, 39),
};
