import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { PeerSettings } from './peer-settings.ts';
import { formatRangermixSettings, parseRangermixSettings } from './rangermix-settings.ts';
import { formatTdmSettings, parseTdmSettings } from './tdm-settings.ts';
import { dumpLikePython, gameNames, tdmDocuments } from './testing/python-json.ts';

function parsed(result: ReturnType<typeof parseTdmSettings>): PeerSettings {
  assert.ok(result.ok, result.ok ? '' : result.failure);
  return result.value;
}

const layouts = fc.record({
  raw: fc.boolean(),
  end: fc.constantFrom('', '\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
});

/** Any JSON object, written in any way: blanks, line breaks, escapes, numbers. */
const anyText = fc
  .tuple(fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue()), fc.constantFrom<string | number>(0, 1, 2, 4, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent).replaceAll(':', ' : '));

describe('settings of another miner', () => {
  it('keep every byte where nothing was changed, however they are written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(formatTdmSettings(parsed(parseTdmSettings(text))), text);
        assert.equal(formatRangermixSettings(parsed(parseRangermixSettings(text))), text);
      }),
    );
  });
  it('keep every byte where everything is set to what it is', () => {
    fc.assert(
      fc.property(tdmDocuments, layouts, (document, { raw, end, mark }) => {
        const text = mark + dumpLikePython(document, raw) + end;
        const settings = parsed(parseTdmSettings(text));
        const copy = JSON.parse(JSON.stringify(settings.values)) as Record<string, unknown>;
        assert.equal(formatTdmSettings({ ...settings, values: copy }), text);
      }),
    );
  });
  it('are as TDM itself would have written them after a change', () => {
    fc.assert(
      fc.property(tdmDocuments, gameNames, layouts, (document, names, { raw, end }) => {
        // A file without any such character does not say how it would write one.
        fc.pre(!raw || /[^\p{ASCII}]/u.test(dumpLikePython(document, true)));
        const settings = parsed(parseTdmSettings(dumpLikePython(document, raw) + end));
        const exclude = [...new Set(names)];
        const isSameSet =
          exclude.length === document.exclude.data.length &&
          exclude.every((name) => document.exclude.data.includes(name));
        const changed = {
          ...document,
          priority: names,
          exclude: { __type: 'set', data: isSameSet ? document.exclude.data : exclude },
          connection_quality: 7 - document.connection_quality,
          priority_mode: { __type: 'PriorityMode', data: 1 },
        };
        const values = {
          ...settings.values,
          priority: names,
          exclude,
          connection_quality: changed.connection_quality,
          priority_mode: 1,
        };
        const text = formatTdmSettings({ ...settings, values });
        assert.equal(text, dumpLikePython(changed, raw) + end);
      }),
    );
  });
  it('change in the one value that was changed, and nowhere else', () => {
    fc.assert(
      fc.property(tdmDocuments, fc.integer({ min: 1, max: 6 }), layouts, (document, quality, { raw, end }) => {
        const text = dumpLikePython(document, raw) + end;
        const settings = parsed(parseTdmSettings(text));
        const changed = formatTdmSettings({ ...settings, values: { ...settings.values, connection_quality: quality } });
        assert.equal(changed, text.replace(/("connection_quality": )\d/, `$1${quality}`));
      }),
    );
  });
});
