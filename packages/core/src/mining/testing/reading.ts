import { channelId, dropId } from '@dropwise/kit';
import type { Fact } from '../fact.ts';
import type { Failure } from '../failure.ts';
import type { Bench } from './fixtures.ts';

export const week = 'week';
export const firstDrop = dropId('drop-week-1');
export const one = channelId('1');
export const two = channelId('2');

export function effects(bench: Bench, kind: string) {
  return bench.last.effects.filter((effect) => effect.kind === kind);
}

export function phaseOf(bench: Bench): string {
  return bench.state.phase.kind;
}

export function facts<Kind extends Fact['kind']>(bench: Bench, kind: Kind): Extract<Fact, { kind: Kind }>[] {
  return bench.last.facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}

export function failure(kind: Failure['kind'], operation = 'Inventory'): Failure {
  return { kind, operation, detail: 'it did not work', host: null };
}

/** One accepted watch event, and the confirm timer after it. */
export function acceptBeat(bench: Bench): void {
  const { watching } = bench.state;
  if (watching === null) throw new Error('expected a watched channel, found none');
  bench.send({
    kind: 'watchAnswered',
    channelId: watching.channelId,
    transport: watching.transport,
    outcome: { kind: 'accepted' },
  });
}

export function passMinute(bench: Bench): void {
  acceptBeat(bench);
  bench.wait(20_000);
  bench.send({ kind: 'timerFired', key: 'confirm' });
  bench.wait(40_000);
  bench.send({ kind: 'timerFired', key: 'watch' });
}
