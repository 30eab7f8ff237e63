import type { AudienceReport, AudienceSample, ConsentRecord } from '@dropwise/contract/audience';
import type { Snapshot } from '@dropwise/load';
import type { RunSettings } from '../config/run-settings.ts';

/** What a coordinator, or a merge of shard files, knows when a run is over. */
export interface ReportFacts {
  readonly runId: string;
  /** Of this program. */
  readonly version: string;
  /** Epoch ms. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly settings: RunSettings;
  /** Of all shards together. */
  readonly snapshot: Snapshot;
  /** As a `Timeline` kept them. */
  readonly timeline: readonly AudienceSample[];
  readonly thresholds: AudienceReport['thresholds'];
  readonly generator: GeneratorFacts;
  readonly consent: readonly ConsentRecord[];
  readonly egress: AudienceReport['egress'];
  /** As the multivariant playlist declared them. */
  readonly renditions: readonly { readonly name: string; readonly bandwidth: number | null }[];
  /** Why it ended before its plan; null = it did not. */
  readonly endedEarly: string | null;
  /** More that a reader must know, as sentences: of the run, not of the method. */
  readonly notes: readonly string[];
}

/** How the tool itself fared, all shards and the coordinator. */
export interface GeneratorFacts {
  /** Of the busiest shard over the whole run, 0 to 1; null = not measured. */
  readonly loopUtilization: number | null;
  /** Of one core, over the whole run. */
  readonly cpuPercent: number;
  /** The most that was seen. */
  readonly rssBytes: number;
  readonly shards: number;
  /** Seconds in which a clock stepped or the machine slept. */
  readonly invalidWindows: number;
  /** Of the time, spent in collecting garbage by the shard that did most of it; null = not measured. */
  readonly collectionPercent: number | null;
  /** TCP segments that the machines sent again, whoever's; null = the system does not say. */
  readonly retransmits: number | null;
}
