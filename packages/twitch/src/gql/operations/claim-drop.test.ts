import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropInstanceId } from '@dropwise/kit';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { claimDrop } from './claim-drop.ts';

test('the instance id is sent as it was received', () => {
  const variables = claimDrop.variables({ dropInstanceId: dropInstanceId('1#c#d') });
  assert.deepEqual(variables, { input: { dropInstanceID: '1#c#d' } });
});

const verdicts: readonly [string, unknown, string][] = [
  ['eligible', { claimDropRewards: { status: 'ELIGIBLE_FOR_ALL' } }, 'claimed'],
  ['claimed before', { claimDropRewards: { status: 'DROP_INSTANCE_ALREADY_CLAIMED' } }, 'alreadyClaimed'],
  ['any other status', { claimDropRewards: { status: 'DROP_INSTANCE_NOT_READY' } }, 'refused'],
  ['no result', { claimDropRewards: null }, 'refused'],
  ['errors inside the data', { claimDropRewards: { status: 'ELIGIBLE_FOR_ALL' }, errors: ['x'] }, 'refused'],
  ['no errors inside the data', { claimDropRewards: { status: 'ELIGIBLE_FOR_ALL' }, errors: [] }, 'claimed'],
];
for (const [name, data, kind] of verdicts) {
  test(`a claim answered with ${name} is ${kind}`, () => assert.equal(readOk(claimDrop, data).kind, kind));
}

test('a status that is no text is refused', () => {
  assert.equal(refusedPath(claimDrop, { claimDropRewards: { status: 7 } }), 'data.claimDropRewards.status');
});
