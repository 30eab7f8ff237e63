export { assertNever } from './assert-never.ts';
export { type BackoffPolicy, backoffDelayMs, defaultBackoff } from './backoff.ts';
export * from './brand.ts';
export { type Clock, type Timer, VirtualClock } from './clock.ts';
export { formatDuration } from './format-duration.ts';
export { nearestName } from './nearest-name.ts';
export { createRandom, hashText, type Random, randomInt, randomText, shuffled } from './random.ts';
export { fail, type Result, succeed } from './result.ts';
export { RingBuffer } from './ring-buffer.ts';
export { Secret } from './secret.ts';
export { type StopSignal, sleep } from './sleep.ts';
export { slugOf } from './slug.ts';
export {
  type HttpDoor,
  type HttpRequest,
  type HttpResponse,
  NetworkError,
  type NetworkErrorKind,
  type SocketConnection,
  type SocketDoor,
  type SocketHandlers,
} from './wire.ts';
