/** From values to places in a drawing. */
export interface Scale {
  readonly place: (value: number) => number;
  /** Round values within, at most about `wanted`. */
  readonly ticks: readonly number[];
}

/** @param from, to values at both ends; the same two give a scale of their own. */
export function linearScale(from: number, to: number, start: number, end: number, wanted = 5): Scale {
  const span = to - from || 1;
  const step = roundStep(span / wanted);
  const ticks: number[] = [];
  const first = Math.ceil(from / step);
  for (let index = first; index * step <= from + span * (1 + 1e-9); index += 1) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return { place: (value) => start + ((value - from) / span) * (end - start), ticks };
}

/** The next of 1, 2, 5, 10, … */
export function roundStep(roughly: number): number {
  const power = 10 ** Math.floor(Math.log10(roughly));
  const digit = roughly / power;
  const round = digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10;
  return round * power;
}

/** Steps that a clock has, in ms. */
const clockSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200].map(
  (seconds) => seconds * 1_000,
);

/** From the start of a run, with ticks at full seconds, minutes, hours. */
export function timeScale(toMs: number, start: number, end: number, wanted = 5): Scale {
  const rough = Math.max(1, toMs) / wanted;
  const step = clockSteps.find((candidate) => candidate >= rough) ?? Math.ceil(rough / 86_400_000) * 86_400_000;
  const ticks = Array.from({ length: Math.floor(toMs / step) + 1 }, (_, index) => index * step);
  return { place: (value) => start + (value / Math.max(1, toMs)) * (end - start), ticks };
}
