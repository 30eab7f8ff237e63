import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerWith, whenAsked } from '../testing/origin/origin-script.ts';
import { startVirtualAudience } from '../testing/virtual-audience.ts';

const adaptive = { settings: { rendition: { kind: 'adaptive' } } } as const;

describe('a rendition whose playlist is gone', () => {
  test('is left for another by whoever may choose, before the buffer is empty', () => {
    const lab = startVirtualAudience({ viewers: 4, joinOverMs: 1_000, ...adaptive });
    lab.run(20_000);
    const before = lab.count('segments');
    lab.origin.rules.push(whenAsked(/^\/live\/high\//, answerWith(404)));
    lab.run(60_000);
    assert.equal(lab.audience.counts().playing, 4);
    assert.equal(lab.count('stalls'), 0);
    assert.ok(lab.count('switches_down') >= 4 && lab.count('segments') > before + 60);
    assert.deepEqual(
      Object.keys(lab.failures()).sort(),
      ['gone', 'http_4xx'].filter((name) => lab.failures()[name]),
    );
    const asked = lab.origin.asked.filter((path) => path.startsWith('/live/high/') && path.endsWith('.m3u8')).length;
    lab.run(120_000);
    const later = lab.origin.asked.filter((path) => path.startsWith('/live/high/') && path.endsWith('.m3u8')).length;
    assert.equal(later, asked, 'nobody comes back to it');
  });

  test('is no loss at the start: the next one is tried', () => {
    const lab = startVirtualAudience(adaptive);
    lab.origin.rules.push(whenAsked(/^\/live\/low\//, answerWith(404)));
    lab.run(20_000);
    assert.equal(lab.audience.counts().playing, 1);
    assert.equal(lab.count('start_failures'), 0);
  });

  test('ends the session when all are', () => {
    const lab = startVirtualAudience({ viewers: 2, ...adaptive });
    lab.run(20_000);
    lab.origin.rules.push(whenAsked(/^\/live\/(low|middle|mid|high)\//, answerWith(404)));
    lab.run(120_000);
    assert.equal(lab.count('midstream_failures'), 2);
  });

  test('ends the session of one who was told which to play', () => {
    const lab = startVirtualAudience();
    lab.run(20_000);
    lab.origin.rules.push(whenAsked(/^\/live\/low\//, answerWith(404)));
    lab.run(60_000);
    assert.equal(lab.count('midstream_failures'), 1);
  });
});
