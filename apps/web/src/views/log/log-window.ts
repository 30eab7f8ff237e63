/** Which rows of the buffer stand in the page: a few hundred, moved along while one scrolls. `end` is exclusive. */
export interface LogWindow {
  readonly start: number;
  readonly end: number;
}

export const windowRows = 300;
const stepRows = 100;

export function windowAtEnd(count: number): LogWindow {
  return { start: Math.max(0, count - windowRows), end: count };
}

export function movedUp({ start }: LogWindow, count: number): LogWindow {
  const first = Math.max(0, start - stepRows);
  return { start: first, end: Math.min(count, first + windowRows) };
}

export function movedDown({ end }: LogWindow, count: number): LogWindow {
  const last = Math.min(count, end + stepRows);
  return { start: Math.max(0, last - windowRows), end: last };
}

/** The same rows after `added` were put before them (less than 0: after some were taken from there). */
export function shifted({ start, end }: LogWindow, added: number, count: number): LogWindow {
  const first = Math.max(0, Math.min(start + added, count));
  return { start: first, end: Math.max(first, Math.min(end + added, count)) };
}
