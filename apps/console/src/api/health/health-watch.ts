import type { HealthView, ReadyAnswer } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { Fleet } from '../../children/fleet.ts';
import { judgeChild } from './judge-child.ts';
import { judgeReadiness, type StoreCondition } from './readiness.ts';

export interface HealthWatchDeps {
  readonly fleet: Pick<Fleet, 'definitions' | 'primaryId' | 'find' | 'view' | 'onChange'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly store: () => StoreCondition;
}

/** The health of every child, and since when it has been starting: status, `/readyz` and `/metrics` read it here. */
export interface HealthWatch extends Disposable {
  /** Null = there is no such child. */
  health(childId: string): HealthView | null;
  readiness(): ReadyAnswer;
}

export function openHealthWatch(deps: HealthWatchDeps): HealthWatch {
  const { fleet, clock } = deps;
  /** By child, on the console's clock; at most one entry a child. */
  const startingSince = new Map<string, number>();
  const look = (childId: string): HealthView | null => {
    const child = fleet.find(childId);
    const health = child === null ? null : judgeChild(child, fleet.view(childId));
    if (health?.level !== 'starting') startingSince.delete(childId);
    else if (!startingSince.has(childId)) startingSince.set(childId, clock.now());
    return health;
  };
  const subscription = fleet.onChange((childId) => look(childId));
  for (const { id } of fleet.definitions) look(id);
  return {
    health: look,
    readiness: () => {
      const others = fleet.definitions.filter(({ id, enabled }) => enabled && id !== fleet.primaryId);
      const health = look(fleet.primaryId);
      const since = startingSince.get(fleet.primaryId);
      return judgeReadiness({
        health,
        startingForMs: since === undefined ? null : clock.now() - since,
        otherLevels: others.flatMap(({ id }) => look(id)?.level ?? []),
        store: deps.store(),
      });
    },
    [Symbol.dispose]: () => subscription[Symbol.dispose](),
  };
}
