import { assertNever } from '@dropwise/kit';
import type { ClaimRefusal } from '../faults.ts';
import type { ClaimOutcome } from '../world/world.ts';
import {
  answerData,
  type Behavior,
  missingVariable,
  type OperationAnswer,
  objectVariable,
  textVariable,
} from './behavior.ts';

/** Claims a met drop by its instance id. Protocol 3.13. */
export const claimDrop: Behavior = {
  operation: 'DropsPage_ClaimDropRewards',
  otherHashes: [],
  needsAccount: true,
  answer: ({ world, faults, tally, variables }) => {
    const instanceId = textVariable(objectVariable(variables, 'input'), 'dropInstanceID');
    if (instanceId === null) return missingVariable('input.dropInstanceID');
    const dropId = instanceId.split('#')[2] ?? '';
    const fault = faults.strike('claimFails', dropId);
    if (fault !== null) return refuse(fault.how ?? 'status');
    const outcome = world.claim(instanceId);
    tally.count('claims', outcome);
    return answerOf(outcome);
  },
};

/** Statuses other than the two successes are not recorded anywhere; clients treat them all as a failure. */
function answerOf(outcome: ClaimOutcome): OperationAnswer {
  switch (outcome) {
    case 'claimed':
      return payload('ELIGIBLE_FOR_ALL');
    case 'alreadyClaimed':
      return payload('DROP_INSTANCE_ALREADY_CLAIMED');
    case 'notReady':
    case 'tooLate':
      return payload('INELIGIBLE');
    case 'foreign':
    case 'unknown':
      return answerData({ claimDropRewards: null });
    default:
      return assertNever(outcome);
  }
}

function refuse(how: ClaimRefusal): OperationAnswer {
  switch (how) {
    case 'status':
      return payload('INTERNAL_FAILURE');
    case 'null':
      return answerData({ claimDropRewards: null });
    case 'dataErrors':
      return answerData({ claimDropRewards: null, errors: [{ message: 'claim failed' }] });
    default:
      return assertNever(how);
  }
}

function payload(status: string): OperationAnswer {
  return answerData({
    claimDropRewards: { status, isUserAccountConnected: true, __typename: 'ClaimDropRewardsPayload' },
  });
}
