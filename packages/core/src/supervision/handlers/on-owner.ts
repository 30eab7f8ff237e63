import { assertNever } from '@dropwise/kit';
import { beginRun, beginStop } from '../begin-run.ts';
import { type ChildTurn, enter, stopTimers } from '../turn.ts';

export function onStartRequested(turn: ChildTurn): void {
  const { phase } = turn.state;
  switch (phase.kind) {
    case 'stopped':
    case 'backingOff':
    case 'givenUp':
      return beginRun(turn, true);
    case 'stopping':
      return enter(turn, { ...phase, next: 'start' });
    case 'starting':
    case 'ready':
    case 'running':
    case 'degraded':
      return;
    default:
      assertNever(phase);
  }
}

export function onStopRequested(turn: ChildTurn): void {
  const { phase } = turn.state;
  switch (phase.kind) {
    case 'stopped':
      return;
    case 'backingOff':
    case 'givenUp':
      stopTimers(turn, 'restart');
      return enter(turn, { kind: 'stopped', since: turn.now });
    case 'stopping':
      return enter(turn, { ...phase, next: 'stay' });
    case 'starting':
    case 'ready':
    case 'running':
    case 'degraded':
      return beginStop(turn, 'stay', []);
    default:
      assertNever(phase);
  }
}

export function onRestartRequested(turn: ChildTurn): void {
  const { phase } = turn.state;
  switch (phase.kind) {
    case 'stopped':
    case 'backingOff':
    case 'givenUp':
      return beginRun(turn, true);
    case 'stopping':
      return enter(turn, { ...phase, next: 'start' });
    case 'starting':
    case 'ready':
    case 'running':
    case 'degraded':
      return beginStop(turn, 'start', []);
    default:
      assertNever(phase);
  }
}
