import type { ChildView, MinerView } from '@dropwise/contract';
import { judgeChild } from '../api/health/judge-child.ts';
import { knownView } from '../api/routes/known-child.ts';
import type { Fleet } from '../children/fleet.ts';

type Shown = Pick<Fleet, 'primaryId' | 'list' | 'view' | 'find'>;

/** What is shown of the first child's miner. */
export function minerAsShown(fleet: Shown): MinerView {
  return childAsShown(fleet, fleet.find(fleet.primaryId) ?? noChild(fleet.primaryId));
}

/**
 * What is shown of a child's miner. The last view of one that does not run is history: nothing is watched any more, and the
 * child's own sentence says why.
 */
export function childAsShown(fleet: Shown, child: ChildView): MinerView {
  const view = { ...knownView(fleet, child), health: judgeChild(child, fleet.view(child.id)) };
  if (runs(child)) return view;
  const status = { ...view.status, status: child.sentence, phase: child.phase, watching: null, sockets: null };
  return { ...view, status, progress: null };
}

function runs({ phase }: ChildView): boolean {
  return phase === 'ready' || phase === 'running' || phase === 'degraded';
}

function noChild(id: string): ChildView {
  return {
    id,
    name: '',
    adapter: 'dropwise',
    phase: 'stopped',
    sentence: 'No miner is set up.',
    todo: 'Add one under children.',
    since: 0,
    pid: null,
    startedAt: null,
    restarts: 0,
    nextStartAt: null,
    lastExit: null,
    usage: null,
    can: [],
    cannot: [],
    version: null,
  };
}
