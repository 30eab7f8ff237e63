import type { ChildView, MinerView } from '@dropwise/contract';
import { emptyView } from '../../adapters/lines/empty-view.ts';
import type { Fleet } from '../../children/fleet.ts';
import { judgeChild } from '../health/judge-child.ts';
import { ProblemError } from '../problem-error.ts';

export type ChildReader = Pick<Fleet, 'primaryId' | 'list' | 'find' | 'view'>;

/** The child that a request names, or the first one. */
export function knownChild(
  fleet: Pick<ChildReader, 'primaryId' | 'list' | 'find'>,
  id: string = fleet.primaryId,
  at = 'query.child',
): ChildView {
  const child = fleet.find(id);
  if (child !== null) return child;
  const known = fleet.list().map((each) => each.id);
  const sentence = `There is no child "${id}". ${known.length === 0 ? 'None is defined.' : `There are ${known.join(', ')}.`}`;
  throw new ProblemError('notFound', sentence, at);
}

/** What is known of its miner; of one that never said anything, only that. */
export function knownView(fleet: ChildReader, child: ChildView): MinerView {
  return fleet.view(child.id) ?? silentView(child);
}

function silentView(child: ChildView): MinerView {
  const { status, login, ...nothing } = emptyView(child.id);
  return {
    ...nothing,
    status: { ...status, status: child.sentence, phase: child.phase },
    login: { ...login, sentence: 'The miner has not said yet who is signed in.' },
    health: judgeChild(child, null),
  };
}
