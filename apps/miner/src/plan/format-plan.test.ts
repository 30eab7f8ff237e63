import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatChanges } from './changes.ts';
import { formatPlan, joinSections } from './format-plan.ts';
import { atRisk, type BuiltCampaign, buildView, givenUp, impossible, onTrack } from './testing/build-plan.ts';
import { displayWidth } from './text/display-width.ts';
import { colourPaint } from './text/paint.ts';

const forecasts = [onTrack(5), atRisk(9), atRisk(null), givenUp('a', 'gone'), impossible('too-late', 40)];
const hostile = [
  '\u001b[2J',
  '\u001b]0;x\u0007',
  '\n',
  '\u202e',
  '原神',
  '👩‍🚀',
  'ordinary words ',
  '█',
  '\u009b1m',
  '',
];
const anyName = fc.oneof(
  fc.array(fc.constantFrom(...hostile), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const anyCampaign: fc.Arbitrary<BuiltCampaign> = fc.record({
  name: anyName,
  game: anyName,
  from: fc.integer({ min: -100, max: 100 }),
  to: fc.integer({ min: 101, max: 500 }),
  wish: fc.constantFrom('must', 'want', 'fill'),
  drops: fc.dictionary(fc.string({ maxLength: 30 }), fc.constantFrom(...forecasts), { maxKeys: 4 }),
});

test('whatever things are called, no line is wider than asked and nothing in it steers the terminal', () => {
  fc.assert(
    fc.property(
      fc.array(anyCampaign, { maxLength: 9 }),
      fc.integer({ min: 40, max: 130 }),
      fc.integer({ min: 1, max: 14 }),
      fc.boolean(),
      (campaigns, width, days, all) => {
        const slots = campaigns.map(({ name, drops }, index) => [name, index, index + 1, Object.keys(drops)] as const);
        const view = buildView(campaigns, slots, { width, days, all });
        const after = buildView(campaigns.slice(1), slots.slice(1), { width, days, all });
        const tried = campaigns.map(({ name }) => ({ wish: 'must', on: 'game', name }) as const);
        for (const text of [formatPlan(view), joinSections(formatChanges(view, after, tried))]) {
          assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}|[\u202a-\u202e]/u);
          for (const line of text.split('\n')) {
            assert.ok(displayWidth(line) <= width, `${width}: ${line}`);
          }
        }
      },
    ),
  );
});

test('sections are set apart by one empty line, and empty ones leave no trace', () => {
  assert.equal(joinSections([['a', 'b'], [], ['c']]), 'a\nb\n\nc\n');
});

test('colour changes nothing but colour', () => {
  const campaigns: readonly BuiltCampaign[] = [
    { name: 'A', drops: { X: onTrack(5), Y: atRisk(9) } },
    { name: 'B', drops: { Z: givenUp('a') } },
  ];
  const view = buildView(campaigns, [['A', 0, 9, ['X', 'Y']]]);
  const coloured = formatPlan({ ...view, paint: colourPaint });
  assert.ok(coloured.includes('\u001b[1mNext\u001b[22m'));
  const colours = ['1', '2', '22', '31', '32', '33', '39'].map((code) => `\u001b[${code}m`);
  assert.equal(
    colours.reduce((text, colour) => text.replaceAll(colour, ''), coloured),
    formatPlan(view),
  );
});

test('the same plan gives the same text', () => {
  const view = buildView([{ name: 'A', drops: { X: onTrack(5) } }], [['A', 0, 5, ['X']]]);
  assert.equal(formatPlan(view), formatPlan(view));
});
