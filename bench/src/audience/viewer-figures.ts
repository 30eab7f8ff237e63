/** What one process of viewers cost, over a window of steady state. */
export interface ViewerFigures {
  readonly viewers: number;
  readonly seconds: number;
  /** Of one core, user and system time. */
  readonly cpuPercent: number;
  readonly userPercent: number;
  readonly loopUtilization: number;
  /** On top of the process before its first viewer, thousands of bytes. */
  readonly rssPerViewerKb: number;
  readonly requestsPerSecond: number;
  readonly segmentsPerSecond: number;
  readonly cpuPerRequestUs: number;
  /** Of the window; null = nothing was measured. */
  readonly toolLagP99Ms: number | null;
  readonly ttfbSentP99Ms: number | null;
  readonly ttfbDueP99Ms: number | null;
  readonly stalls: number;
  readonly failedViewers: number;
  readonly failures: number;
  readonly parses: number;
}
