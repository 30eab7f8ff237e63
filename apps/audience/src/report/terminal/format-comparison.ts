import { type ComparedValue, isOfEverybody, type ReportComparison } from '../compare-reports.ts';
import { formatPercent, formatValue, noValue } from '../format-quantity.ts';
import { metricWords } from '../metric-words.ts';
import { printable } from '../printable.ts';
import { fitTable, formatTable } from './format-table.ts';
import { wrapText } from './wrap-text.ts';

const marks: Readonly<Record<ComparedValue['verdict'], string>> = {
  better: 'better',
  worse: 'WORSE',
  alike: 'alike',
  neither: '',
  unknown: 'not known',
};

/** Two runs on a terminal: why they may not be alike first, then what everybody had. */
export function formatComparison({ differences, rows }: ReportComparison, columns = Number.POSITIVE_INFINITY): string {
  const table = rows
    // Everybody's share is everything.
    .filter((row) => isOfEverybody(row) && row.metric !== 'rendition_time_pct')
    .map((row) => [
      row.statistic === null ? metricWords(row.metric).label : `${metricWords(row.metric).label} ${row.statistic}`,
      formatValue(row.before, row.unit),
      formatValue(row.after, row.unit),
      row.changePercent === null ? noValue : signed(row.changePercent),
      marks[row.verdict],
    ]);
  const why = differences.map((sentence) => wrapText(printable(sentence), columns, '  ')).join('\n');
  const head = why === '' ? '' : `The two runs are not alike\n${why}\n\n`;
  // The percentage goes first where there is no room: both values and which way stay.
  const all = [['', 'before', 'after', 'change', ''], ...table];
  return `${head}${formatTable(fitTable(all, columns, [3]))}\n`;
}

function signed(percent: number): string {
  return percent > 0 ? `+${formatPercent(percent)}` : formatPercent(percent);
}
