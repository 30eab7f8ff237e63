import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCampaign, buildPlan, hourMs, noon } from '../../shared/testing/build-views.ts';
import { createLaneStage } from './lane-stage.ts';
import { createLaneReader, type Lane } from './lanes.ts';

function lanesOf(ids: readonly string[], name = ''): readonly Lane[] {
  const campaigns = ids.map((id) => [id, buildCampaign(id, name === '' ? {} : { name })] as const);
  return createLaneReader()({ plan: buildPlan(), campaigns: Object.fromEntries(campaigns), watching: null });
}

describe('of many lanes that change at once', () => {
  const [old, renamed] = [lanesOf(['a', 'b', 'c']), lanesOf(['a', 'b', 'c'], 'New')];

  it('so many are drawn in a frame, and all of them in the end', () => {
    const stage = createLaneStage(2);
    const draw = (lanes: readonly Lane[]) => {
      const { drawn, isComplete } = stage(lanes, noon);
      return [drawn.map(({ lane }) => lane.name).join(), isComplete];
    };
    assert.deepEqual(draw(old), ['Campaign a,Campaign b', false]);
    assert.deepEqual(draw(old), ['Campaign a,Campaign b,Campaign c', true]);
    assert.deepEqual(draw(renamed), ['New,New,Campaign c', false]);
    assert.deepEqual(draw(renamed), ['New,New,New', true]);
  });

  it('what is gone is gone at once, and takes no turn', () => {
    const stage = createLaneStage(1);
    for (let frame = 0; frame < 3; frame++) stage(old, noon);
    const { drawn, isComplete } = stage(old.slice(2), noon);
    assert.deepEqual([drawn.map(({ id }) => id), isComplete], [['c'], true]);
  });

  it('one that nothing changed stays the same object; a new hour changes its words', () => {
    const stage = createLaneStage();
    const [first] = stage(old, noon).drawn;
    assert.equal(stage(old, noon).drawn[0], first);
    assert.notEqual(stage(old, noon + hourMs).drawn[0], first);
  });
});
