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

function padded(cell: string, width: number, toTheRight: boolean | undefined): string {
  const space = ' '.repeat(Math.max(0, width - [...cell].length));
  return toTheRight === true ? `${space}${cell}` : `${cell}${space}`;
}

function looksNumeric(cell: string): boolean {
  return cell === '' || /^[−–\d]|^(?:below|above) \d/.test(cell);
}
