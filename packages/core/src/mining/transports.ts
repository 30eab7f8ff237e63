import type { MinerState } from './state.ts';

const minuteMs = 60_000;

/**
 * Time between two watch events. One a minute is what Twitch counts; over HLS every new segment has to be asked
 * for, and a playlist holds less than a minute of them. Protocol 5.3, 5.6.
 */
export function beatMsOf(transport: string): number {
  return transport === 'hls' ? 20_000 : minuteMs;
}

/** What last counted comes first, then the owner's order. */
export function transportOrder(state: MinerState): readonly string[] {
  const { worked } = state.transports;
  const configured = state.settings.watchTransports;
  if (worked === null || !configured.includes(worked.name)) return configured;
  return [worked.name, ...configured.filter((name) => name !== worked.name)];
}

/** The next transport that has not been tried here; null when all have. */
export function nextTransport(state: MinerState, tried: readonly string[]): string | null {
  return transportOrder(state).find((name) => !tried.includes(name)) ?? null;
}
