import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildChild, buildDefinition } from '../api/testing/build-views.ts';
import { createNoteSources } from './note-sources.ts';

const one = buildDefinition();
const two = buildDefinition({ id: 'tdm', name: 'TDM', adapter: 'tdm' });
const find = (id: string) => buildChild({ id, can: id === 'miner' ? ['facts', 'confirmedProgress'] : ['facts'] });

test('the only miner need not be named', () => {
  const sources = createNoteSources({ definitions: [one], find });
  assert.deepEqual(sources.list(), [{ id: 'miner', name: 'Dropwise', alone: true, confirms: true }]);
});

test('one of several is named, and what it cannot confirm is known', () => {
  const sources = createNoteSources({ definitions: [one, two], find });
  assert.deepEqual(sources.find('tdm'), { id: 'tdm', name: 'TDM', alone: false, confirms: false });
});

test('the console is nobody else', () => {
  assert.equal(createNoteSources({ definitions: [one, two], find }).find('console').alone, true);
});
