import { formatClock } from '../format-quantity.ts';
import { type Markup, markup } from './markup.ts';
import { linearScale, type Scale, timeScale } from './scale.ts';

export interface ChartLine {
  readonly name: string;
  /** Null = no value: the line is broken there. */
  readonly values: readonly (number | null)[];
}

export interface LineChart {
  readonly title: string;
  /** What a reader should see in it. */
  readonly says: string;
  readonly atMs: readonly number[];
  /** At most five: they differ by colour and by dashes. */
  readonly lines: readonly ChartLine[];
  readonly format: (value: number) => string;
}

const width = 520;
const height = 220;
/** Room for labels in the larger type of a narrow page. */
const left = 104;
const right = 30;
const top = 10;
const bottom = 30;
/** Points of a line; more is joined to the highest and lowest of a group. */
const maxPoints = 600;

/** Lines over the time of a run, as a picture that needs no script, with the same as a table beneath. */
export function lineChart(chart: LineChart): Markup {
  const values = chart.lines.flatMap((line) => line.values.filter((value) => value !== null));
  if (values.length === 0) {
    return markup`<figure><figcaption><strong>${chart.title}</strong></figcaption><p class="muted">Nothing was measured that could be drawn here.</p></figure>`;
  }
  const time = timeScale(chart.atMs.at(-1) ?? 0, left, width - right);
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  const amount = linearScale(0, highest === 0 ? 1 : highest, height - bottom, top);
  return markup`<figure>
<figcaption><strong>${chart.title}</strong> <span class="muted">${chart.says}</span></figcaption>
${chart.lines.length > 1 ? legend(chart.lines) : null}
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${chart.title}. ${chart.says} The table beneath has the values.">
${amount.ticks.map((tick) => amountTick(tick, amount, chart.format))}
${time.ticks.map((tick) => timeTick(tick, time))}
${chart.lines.map((line, index) => path(line, index, chart.atMs, time, amount))}
</svg>
${valuesTable(chart)}
</figure>`;
}

function legend(lines: readonly ChartLine[]): Markup {
  return markup`<ul class="legend">${lines.map(
    ({ name }, index) =>
      markup`<li><svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true"><path class="line line-${index}" d="M0 4H28"/></svg> ${name}</li>`,
  )}</ul>`;
}

function amountTick(tick: number, { place }: Scale, format: (value: number) => string): Markup {
  const y = place(tick).toFixed(1);
  return markup`<path class="grid" d="M${left} ${y}H${width - right}"/><text x="${left - 8}" y="${y}" dy="4" text-anchor="end">${format(tick)}</text>`;
}

function timeTick(tick: number, { place }: Scale): Markup {
  const x = place(tick).toFixed(1);
  return markup`<path class="grid" d="M${x} ${height - bottom}v4"/><text x="${x}" y="${height - 8}" text-anchor="middle">${formatClock(tick)}</text>`;
}

function path(line: ChartLine, index: number, atMs: readonly number[], time: Scale, amount: Scale): Markup {
  let drawn = '';
  let isPenDown = false;
  for (const point of thinned(line.values, atMs)) {
    if (point.value === null) {
      isPenDown = false;
      continue;
    }
    drawn += `${isPenDown ? 'L' : 'M'}${time.place(point.atMs).toFixed(1)} ${amount.place(point.value).toFixed(1)}`;
    // A value between two gaps is a dot.
    if (!isPenDown) drawn += 'h.01';
    isPenDown = true;
  }
  return markup`<path class="line line-${index}" d="${drawn}"/>`;
}

interface Point {
  readonly atMs: number;
  readonly value: number | null;
}

/** Highest and lowest of each group, in their order: no peak is lost, and a gap of a whole group stays one. */
function thinned(values: readonly (number | null)[], atMs: readonly number[]): readonly Point[] {
  const points = values.map((value, index): Point => ({ atMs: atMs[index] ?? 0, value }));
  const together = Math.ceil(points.length / (maxPoints / 2));
  if (together <= 2) return points;
  const kept: Point[] = [];
  for (let from = 0; from < points.length; from += together) {
    const group = points.slice(from, from + together);
    const known = group
      .filter(({ value }) => value !== null)
      .toSorted((one, other) => Number(one.value) - Number(other.value));
    const [lowest] = known;
    const highest = known.at(-1);
    if (lowest === undefined || highest === undefined) kept.push(...group.slice(0, 1));
    else kept.push(...[lowest, highest].toSorted((one, other) => one.atMs - other.atMs));
  }
  return kept;
}

const tableRows = 24;

function valuesTable({ atMs, lines, format, title }: LineChart): Markup {
  const step = Math.max(1, Math.ceil(atMs.length / tableRows));
  const rows = atMs.flatMap((at, index) => (index % step === 0 || index === atMs.length - 1 ? [{ at, index }] : []));
  return markup`<details><summary>${title} as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="${title} as a table"><table>
<thead><tr><th scope="col">Time</th>${lines.map(({ name }) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ at, index }) =>
      markup`<tr><th scope="row">${formatClock(at)}</th>${lines.map(({ values }) => {
        const value = values[index] ?? null;
        return markup`<td class="number">${value === null ? '–' : format(value)}</td>`;
      })}</tr>`,
  )}</tbody></table></div></details>`;
}
