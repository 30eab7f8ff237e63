export { Distribution, grainsPerUnit } from './distribution.ts';
export { mergeSnapshots } from './merge-snapshots.ts';
export { type EgressPulse, mergePulses, type Pulse, type PulseMetric, percentileOf, pulseMetrics } from './pulse.ts';
export { defaultRecorderLimits, Recorder, type RecorderLimits } from './recorder.ts';
export type { Series } from './series.ts';
export {
  type EncodedDistribution,
  type FailureCount,
  noRendition,
  type Overflow,
  otherLabel,
  type SeriesSnapshot,
  type Snapshot,
} from './snapshot.ts';
export { findSnapshotFault } from './snapshot-fault.ts';
