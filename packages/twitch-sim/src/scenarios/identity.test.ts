import assert from 'node:assert/strict';
import { it } from 'node:test';
import { uuidFrom } from './identity.ts';

it('the same text gives the same UUID of version 8, another text another one', () => {
  assert.equal(uuidFrom('hat'), uuidFrom('hat'));
  assert.notEqual(uuidFrom('hat'), uuidFrom('hats'));
  for (const text of ['', 'hat', 'Ⅱ*5', 'benefit:1:a']) {
    assert.match(uuidFrom(text), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
