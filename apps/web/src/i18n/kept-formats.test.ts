import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keptFormats } from './kept-formats.ts';

it('a format is made once for its language and its options', () => {
  const clock = keptFormats.date('de', { timeStyle: 'short' });
  assert.equal(keptFormats.date('de', { timeStyle: 'short' }), clock);
  assert.notEqual(keptFormats.date('de', { timeStyle: 'medium' }), clock);
  assert.notEqual(keptFormats.date('en', { timeStyle: 'short' }), clock);
  assert.equal(keptFormats.number('de', { maximumFractionDigits: 1 }).format(1.25), '1,3');
});

it('more formats than a page can need are not all kept', () => {
  const first = keptFormats.number('en-x-n0', {});
  assert.equal(keptFormats.number('en-x-n0', {}), first);
  for (let index = 1; index < 300; index++) keptFormats.number(`en-x-n${index}`, {});
  assert.notEqual(keptFormats.number('en-x-n0', {}), first);
});
