export { openStore, type StoreOptions } from './open-store.ts';
export type * from './store.ts';
export { describeStoreTrouble, StoreOpenError, type StoreTrouble, storeTroubleOf } from './store-trouble.ts';
