/**
 * Where the facts and lines of an hour are in their logs. Clocks run apart and back, so that times do not grow with the
 * numbers: what an hour holds is somewhere between its first and last number, with others among them.
 */
export interface HourTable {
  readonly log: 'facts' | 'lines';
  /** Since the epoch. */
  readonly hour: number;
  readonly first_seq: number;
  readonly last_seq: number;
  readonly row_count: number;
}
