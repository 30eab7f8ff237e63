/** CPU and memory of a child at one moment. */
export interface SampleTable {
  readonly child_id: string;
  readonly at: number;
  readonly cpu_percent: number;
  readonly rss_bytes: number;
}
