import type { ChildView, MinerView } from '@dropwise/contract';
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
  return {
    status: {
      childId: child.id,
      status: child.sentence,
      phase: child.phase,
      watching: null,
      manual: null,
      claimed: null,
      confirmedMinutes: null,
      sockets: null,
      fetchedAt: null,
      catalogue: 'unknown',
    },
    login: {
      state: 'unknown',
      sentence: 'The miner has not said yet who is signed in.',
      login: null,
      userId: null,
      userCode: null,
      verificationUri: null,
      codeExpiresAt: null,
      lastValidatedAt: null,
      expiresAt: null,
      clientName: null,
      cookiesValid: null,
      limits: [],
    },
    health: judgeChild(child, null),
    progress: null,
    plan: null,
    channels: {},
    campaigns: {},
  };
}
