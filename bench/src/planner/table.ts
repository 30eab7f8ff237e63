import type { CaseResult, ModeName } from './replay-case.ts';
import type { GameCount } from './world.ts';

type Row = readonly string[];

/** For people: a table for each number of games, a row a month averaged over the seeds; ends in a newline. */
export function formatCases(results: readonly CaseResult[], modes: readonly ModeName[]): string {
  const profiles = [...new Set(results.map(({ games }) => games))];
  const tables = profiles.map((games) => {
    const own = results.filter((result) => result.games === games);
    const months = [...new Set(own.map(({ month }) => month))];
    const rows = months.map((month) =>
      rowOf(
        month,
        own.filter((result) => result.month === month),
        modes,
      ),
    );
    const average = months.length > 1 ? [rowOf('average', own, modes)] : [];
    return `${titleOf(games)}\n${formatRows([headOf(modes), ...rows, ...average])}`;
  });
  return `${tables.join('\n\n')}\n`;
}

/** Plan's drops for each one of the best other mode's in the same world; null when one of the two was not asked for. */
export function gainOf(result: CaseResult): number | null {
  const { plan, ...others } = result.modes;
  const best = Math.max(...Object.values(others).map(({ drops }) => drops));
  if (plan === undefined || best === -Infinity) return null;
  return best === 0 ? 1 : plan.drops / best;
}

function titleOf(games: GameCount): string {
  return `${games === 'all' ? 'all' : games} games: drops earned, in % of the bound`;
}

function headOf(modes: readonly ModeName[]): Row {
  return ['month', 'drops', 'bound', ...modes, ...(hasGain(modes) ? ['plan/best', 'least'] : []), 'replan p99'];
}

function rowOf(name: string, results: readonly CaseResult[], modes: readonly ModeName[]): Row {
  const gains = results.flatMap((result) => gainOf(result) ?? []);
  const slowest = results.flatMap(({ replanMs }) => replanMs?.p99 ?? []);
  return [
    name,
    meanOf(results.map(({ totalDrops }) => totalDrops)).toFixed(0),
    meanOf(results.map(({ bound }) => bound)).toFixed(1),
    ...modes.map((mode) => (meanOf(results.map((result) => result.modes[mode]?.ofBound ?? 0)) * 100).toFixed(1)),
    ...(hasGain(modes) ? [meanOf(gains).toFixed(2), Math.min(...gains).toFixed(2)] : []),
    slowest.length === 0 ? '-' : `${Math.max(...slowest).toFixed(1)} ms`,
  ];
}

function hasGain(modes: readonly ModeName[]): boolean {
  return modes.includes('plan') && modes.length > 1;
}

/** The first column to the left, the others to the right. */
function formatRows(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join('  ')}`).join('\n');
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
