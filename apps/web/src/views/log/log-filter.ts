import { type LineLevel, lineLevels, type StoredLine } from '@dropwise/contract';

/** Which lines are shown; lives in the address. */
export interface LogFilter {
  /** The least severe that is shown. */
  readonly level: LineLevel;
  readonly source: string | null;
  readonly child: string | null;
  /** Part of the text, whatever its case; empty = any. */
  readonly text: string;
}

export const leastLevel: LineLevel = 'trace';
const maxTextLength = 200;

export function filterFrom(query: URLSearchParams): LogFilter {
  return {
    level: lineLevels.find((level) => level === query.get('level')) ?? leastLevel,
    source: query.get('source') || null,
    child: query.get('child') || null,
    text: (query.get('q') ?? '').slice(0, maxTextLength),
  };
}

export function isFiltering({ level, source, child, text }: LogFilter): boolean {
  return level !== leastLevel || source !== null || child !== null || text !== '';
}

/** As severe, and worse. */
export function levelsFrom(level: LineLevel): readonly LineLevel[] {
  return lineLevels.slice(0, lineLevels.indexOf(level) + 1);
}

/** The same choice as a query of `api/logs`. */
export function queryOf(filter: LogFilter, more: Readonly<Record<string, string | number>> = {}): string {
  const query = new URLSearchParams();
  if (filter.level !== leastLevel) query.set('level', levelsFrom(filter.level).join(','));
  if (filter.source !== null) query.set('source', filter.source);
  if (filter.child !== null) query.set('child', filter.child);
  if (filter.text !== '') query.set('text', filter.text);
  for (const [name, value] of Object.entries(more)) query.set(name, String(value));
  return query.toString();
}

/** The console's own judgement, for lines that arrive. */
export function fits(line: StoredLine, { level, source, child, text }: LogFilter): boolean {
  if (lineLevels.indexOf(line.level) > lineLevels.indexOf(level)) return false;
  if (source !== null && line.source !== source) return false;
  if (child !== null && line.childId !== child) return false;
  return text === '' || line.text.toLowerCase().includes(text.toLowerCase());
}
