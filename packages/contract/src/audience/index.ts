export * from './audience-configuration.ts';
export * from './audience-event.ts';
export * from './audience-report.ts';
export * from './audience-sample.ts';
export * from './join-samples.ts';
export * from './timeline.ts';
