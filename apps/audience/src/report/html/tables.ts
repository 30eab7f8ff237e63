import { type Markup, markup } from './markup.ts';

export interface HtmlTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly (readonly string[])[];
  /** Columns that hold numbers. */
  readonly isNumber: (column: number) => boolean;
}

/** It scrolls by itself where it is wider than the page, by keys too. */
export function htmlTable({ caption, head, rows, isNumber }: HtmlTable): Markup {
  const kind = (column: number): Markup | null => (isNumber(column) ? markup` class="number"` : null);
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head.map((cell, column) => markup`<th scope="col"${kind(column)}>${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      markup`<tr>${row.map((cell, column) =>
        column === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td${kind(column)}>${cell}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}
