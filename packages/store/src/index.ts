export { copyDatabase } from './copy-database.ts';
export { createDayOf } from './day-of.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export type * from './store.ts';
export { describeStoreTrouble, StoreOpenError, type StoreTrouble, storeTroubleOf } from './store-trouble.ts';
