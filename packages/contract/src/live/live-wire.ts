import { isLiveEventName, type LiveEvent } from './live-event.ts';

/** How an event travels: its name is Socket.IO's, the rest is the one argument. */
export function toWire(event: LiveEvent): readonly [name: LiveEvent['name'], payload: Omit<LiveEvent, 'name'>] {
  const { name, ...payload } = event;
  return [name, payload];
}

/**
 * What a client received, as an event again; null = not one of the sequence. The console sends what `toWire` makes and is
 * believed as to its shape.
 */
export function fromWire(name: string, payload: unknown): LiveEvent | null {
  if (!isLiveEventName(name) || !hasSeq(payload)) return null;
  return { ...payload, name } as LiveEvent;
}

function hasSeq(payload: unknown): payload is { readonly seq: number } {
  return typeof payload === 'object' && payload !== null && 'seq' in payload && typeof payload.seq === 'number';
}
