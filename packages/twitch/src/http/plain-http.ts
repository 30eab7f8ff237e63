import type * as Http from 'node:http';

/**
 * Node's plain HTTP, without an `import` of it: that reads every export, one of them a `WebSocket` made on demand,
 * which loads all of `fetch` and keeps 8 MB that a miner has no use for.
 */
export const plainHttp: typeof Http = process.getBuiltinModule('node:http');
