import fc from 'fast-check';
import type { WrittenPlaylist, WrittenSegment } from './written-playlist.ts';

/** Strict comparison sees the prototype. */
const plain = { noNullPrototype: true } as const;

const rarely = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 3 });

const segments: fc.Arbitrary<Omit<WrittenSegment, 'name'>> = fc.record(
  {
    durationMs: fc.integer({ min: 1, max: 6_499 }),
    discontinuity: fc.integer({ min: 0, max: 4 }).map((roll) => roll === 0),
    dateMs: rarely(fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 })),
    key: rarely(fc.constantFrom('NONE', 'key-1', 'key-2')),
    map: rarely(fc.constantFrom('map-1', 'map-2')),
    byteRange: rarely(
      fc.record({ length: fc.integer({ min: 1, max: 1e6 }), offset: fc.integer({ min: 0, max: 1e9 }) }, plain),
    ),
    gap: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
  },
  plain,
);

/** Whatever RFC 8216 allows of what the writer can write, parts aside. */
export function anyWrittenPlaylist({ minSegments = 0 } = {}): fc.Arbitrary<WrittenPlaylist> {
  return fc.record(
    {
      targetDurationSeconds: fc.constantFrom(6, 7, 10),
      mediaSequence: fc.integer({ min: 0, max: 1e12 }),
      discontinuitySequence: fc.integer({ min: 0, max: 1_000 }),
      segments: fc
        .array(segments, { minLength: minSegments, maxLength: 12 })
        .map((list) => list.map((segment, index) => ({ ...segment, name: `segment-${index}.m4s` }))),
      endList: fc.boolean(),
      head: fc.constant([]),
      tail: fc.constant([]),
    },
    plain,
  );
}
