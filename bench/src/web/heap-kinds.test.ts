import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HeapSnapshot, heapKindsOf } from './heap-kinds.ts';

const types = ['hidden', 'array', 'string', 'object', 'code', 'synthetic'] as const;
type Node = readonly [type: (typeof types)[number], name: string, bytes: number, to?: readonly number[]];

/** As Chromium writes it: an edge names the offset of the node that it leads to. */
function snapshotOf(nodes: readonly Node[]): HeapSnapshot {
  const strings = nodes.map(([, name]) => name);
  return {
    snapshot: {
      meta: {
        node_fields: ['type', 'name', 'id', 'self_size', 'edge_count'],
        node_types: [types],
        edge_fields: ['type', 'name_or_index', 'to_node'],
      },
    },
    nodes: nodes.flatMap(([type, , bytes, to = []], index) => [types.indexOf(type), index, index, bytes, to.length]),
    edges: nodes.flatMap(([, , , to = []]) => to.flatMap((node) => [0, 0, node * 5])),
    strings,
  };
}

test('what the page holds is told apart from code, and from the engine’s own tables', () => {
  const kinds = heapKindsOf(
    snapshotOf([
      ['synthetic', '(GC roots)', 0, [1]],
      ['synthetic', '(Strong root list)', 0, [2, 3]],
      ['array', '', 65_544],
      ['object', 'Object', 10, [4]],
      ['array', '(object elements)', 20],
      ['code', 'system / BytecodeArray', 300],
      ['hidden', 'system / WeakArrayList', 4],
      ['string', 'a', 5],
    ]),
  );
  assert.deepEqual(kinds, { pageBytes: 35, codeBytes: 300, engineBytes: 65_548 });
});
