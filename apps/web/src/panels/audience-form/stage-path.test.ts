import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stagePath } from './stage-path.ts';

test('stages are drawn to scale, from nobody to the last one', () => {
  const stages = [
    { viewers: '50', seconds: '60' },
    { viewers: '100', seconds: '120' },
  ];
  assert.equal(stagePath(stages, 300, 60), 'M0 60L100 31L300 2L300 60Z');
});

test('what cannot be drawn is not drawn', () => {
  assert.equal(stagePath([{ viewers: 'x', seconds: '60' }], 300, 60), null);
  assert.equal(stagePath([{ viewers: '10', seconds: '0' }], 300, 60), null);
  assert.equal(stagePath([{ viewers: '0', seconds: '10' }], 300, 60), null);
  assert.equal(
    stagePath(
      [
        { viewers: '5', seconds: '20' },
        { viewers: '5', seconds: '-1' },
      ],
      300,
      60,
    ),
    null,
  );
});
