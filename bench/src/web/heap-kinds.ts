/** What a heap is made of. */
export interface HeapKinds {
  /** Objects, lists, strings, functions and elements: what the page itself holds. */
  readonly pageBytes: number;
  /** Compiled code and what the engine notes to compile it. Its amount ends with the program's size. */
  readonly codeBytes: number;
  /** The engine's own tables; some of them are made when they are first needed. */
  readonly engineBytes: number;
}

/** As `HeapProfiler.takeHeapSnapshot` gives it: the nodes are rows of numbers, the edges of a node follow those of the one before. */
export interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

const ofEngine: ReadonlySet<string> = new Set(['hidden', 'synthetic', 'object shape']);
const rootList = '(Strong root list)';

/** By the kind of each node; what hangs on the engine's root list is its own, whatever kind it has. */
export function heapKindsOf(heap: HeapSnapshot): HeapKinds {
  const { node_fields: fields, node_types } = heap.snapshot.meta;
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const engines = heldByEngine(heap);
  const bytes = { page: 0, code: 0, engine: 0 };
  for (let node = 0; node < heap.nodes.length; node += fields.length) {
    const type = node_types[0][heap.nodes[node + typeAt] ?? -1] ?? '';
    const kind = type === 'code' ? 'code' : ofEngine.has(type) || engines.has(node) ? 'engine' : 'page';
    bytes[kind] += heap.nodes[node + sizeAt] ?? 0;
  }
  return { pageBytes: bytes.page, codeBytes: bytes.code, engineBytes: bytes.engine };
}

/** Lists, not objects: a table of the engine's is one, and what it notes there may be the page's. */
function heldByEngine({ snapshot, nodes, edges, strings }: HeapSnapshot): ReadonlySet<number> {
  const { node_fields: fields, node_types, edge_fields } = snapshot.meta;
  const at = (name: string): number => fields.indexOf(name);
  const [typeAt, nameAt, countAt] = [at('type'), at('name'), at('edge_count')];
  const toAt = edge_fields.indexOf('to_node');
  const held = new Set<number>();
  let edge = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const end = edge + (nodes[node + countAt] ?? 0) * edge_fields.length;
    const isRoots = strings[nodes[node + nameAt] ?? -1] === rootList;
    for (; edge < end; edge += edge_fields.length) {
      const to = edges[edge + toAt] ?? -1;
      if (isRoots && node_types[0][nodes[to + typeAt] ?? -1] === 'array') held.add(to);
    }
  }
  return held;
}
