import type { ByteMeter, ProxyEndpoint, Route } from '../transport.ts';
import type { TransportOptions } from '../transport-options.ts';
import { ManualTimers } from './manual-timers.ts';

export function loopbackRoute(port: number, scheme: 'http' | 'https' = 'http'): Route {
  return { authority: { scheme, host: 'localhost', port }, addresses: ['127.0.0.1'], proxy: null, loopbackOnly: true };
}

/** To a server on loopback whose operator consented, through a proxy. */
export function proxiedRoute(port: number, proxy: ProxyEndpoint, scheme: 'http' | 'https' = 'http'): Route {
  return { authority: { scheme, host: 'localhost', port }, addresses: ['127.0.0.1'], proxy, loopbackOnly: false };
}

export class CountingMeter implements ByteMeter {
  readBytes = 0;
  writtenBytes = 0;

  read(bytes: number): void {
    this.readBytes += bytes;
  }

  written(bytes: number): void {
    this.writtenBytes += bytes;
  }
}

/** Real sockets; deadlines come only when `timers` is advanced. */
export function testOptions(changes: Partial<TransportOptions> = {}): {
  readonly options: TransportOptions;
  readonly timers: ManualTimers;
} {
  const timers = new ManualTimers();
  const identity = { userAgent: 'dropwise-audience/0 (run test)', runId: 'test' };
  return { options: { identity, now: () => timers.nowMs, timers, ...changes }, timers };
}
