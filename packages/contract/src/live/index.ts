// What a browser needs to follow the console: no schemas, so that none of them is loaded there.
export * from './apply-live.ts';
export { audienceLiveEvent } from './audience-live-event.ts';
export * from './live-event.ts';
export * from './live-state.ts';
export * from './live-wire.ts';
