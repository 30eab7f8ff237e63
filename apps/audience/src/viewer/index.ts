export { type Audience, type AudienceCounts, type AudienceOptions, createAudience } from './audience.ts';
export type { ClockOffset } from './origin-clock.ts';
export type { ShardWorld, ViewerSettings } from './shard-world.ts';
export { createDirectVantage, type Vantage } from './vantage.ts';
