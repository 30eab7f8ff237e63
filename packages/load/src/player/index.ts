export { chooseRendition, type RenditionPolicy } from './choose-rendition.ts';
export { DueLine } from './due-line.ts';
export { latencyByEdgeMs, latencyByProgramTimeMs, latencyDriftMs } from './live-latency.ts';
export { Playhead, type PlayheadListener, type PlayheadState, type PlayheadThresholds } from './playhead.ts';
export { ProgramTimeline } from './program-timeline.ts';
export { defaultStartBitsPerSecond, ThroughputEstimate } from './throughput-estimate.ts';
