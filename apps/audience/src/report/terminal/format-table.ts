import { printable } from '../printable.ts';

/** Columns under one another: the first to the left, the rest to the right where they are numbers under their head. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(printable));
  const count = Math.max(0, ...clean.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...clean.map((row) => [...(row[column] ?? '')].length)),
  );
  const isNumeric = widths.map(
    (_, column) => column > 0 && clean.slice(1).every((row) => looksNumeric(row[column] ?? '')),
  );
  return clean
    .map((row) =>
      `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0, isNumeric[column])).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

/** Without as many columns as there is no room for, in the order in which they are given up. */
export function fitTable(
  rows: readonly (readonly string[])[],
  room: number,
  givenUp: readonly number[],
): readonly (readonly string[])[] {
  const dropped = new Set<number>();
  for (const column of givenUp) {
    if (widthOf(without(rows, dropped)) <= room) break;
    dropped.add(column);
  }
  return without(rows, dropped);
}

function without(rows: readonly (readonly string[])[], dropped: ReadonlySet<number>): readonly (readonly string[])[] {
  return rows.map((row) => row.filter((_, column) => !dropped.has(column)));
}

function widthOf(rows: readonly (readonly string[])[]): number {
  return Math.max(
    0,
    ...formatTable(rows)
      .split('\n')
      .map((line) => [...line].length),
  );
}

function padded(cell: string, width: number, toTheRight: boolean | undefined): string {
  const space = ' '.repeat(Math.max(0, width - [...cell].length));
  return toTheRight === true ? `${space}${cell}` : `${cell}${space}`;
}

function looksNumeric(cell: string): boolean {
  return cell === '' || /^[−–\d]|^(?:below|above) \d/.test(cell);
}
