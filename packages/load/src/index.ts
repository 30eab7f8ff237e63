export * from './figures/index.ts';
export * from './metrics/index.ts';
export * from './plan/index.ts';
export * from './player/index.ts';
export * from './recorder/index.ts';
export * from './thresholds/index.ts';
export * from './timers/index.ts';
