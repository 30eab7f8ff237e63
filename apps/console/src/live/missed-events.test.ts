import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LiveEvent } from '@dropwise/contract';
import { MissedEvents } from './missed-events.ts';

function event(seq: number, id = 'x'): LiveEvent {
  return { name: 'channel_remove', seq, id };
}

function filled(count: number, limits: Partial<ConstructorParameters<typeof MissedEvents>[0]> = {}): MissedEvents {
  const missed = new MissedEvents({ maxEvents: 10, maxBytes: 1e6, maxResumeBytes: 1e6, ...limits });
  for (let seq = 1; seq <= count; seq++) missed.add(event(seq));
  return missed;
}

describe('what a client missed', () => {
  it('is exactly what came after its last event', () => {
    assert.deepEqual(
      filled(7)
        .after(4, 7)
        ?.map(({ seq }) => seq),
      [5, 6, 7],
    );
  });
  it('is nothing for one that was up to date', () => assert.deepEqual(filled(7).after(7, 7), []));
  it('is known from the first event on', () => assert.equal(filled(7).after(0, 7)?.length, 7));
  it('is not known once an event of it has made room', () => {
    const missed = filled(25);
    assert.equal(missed.after(15, 25)?.length, 10);
    assert.equal(missed.after(14, 25), null);
  });
  it('is not known for a place that the stream has not reached or that is no number', () => {
    for (const seq of [8, Number.NaN, 1.5, Number.POSITIVE_INFINITY]) assert.equal(filled(7).after(seq, 7), null);
  });
  it('is not sent when it is larger than a resume may be', () => {
    const sizeBytes = Buffer.byteLength(JSON.stringify(event(1)));
    const missed = filled(9, { maxResumeBytes: 2 * sizeBytes });
    assert.equal(missed.after(7, 9)?.length, 2);
    assert.equal(missed.after(6, 9), null);
  });
  it('never takes more room than it is given, whatever the size of one', () => {
    const missed = new MissedEvents({ maxEvents: 1_000, maxBytes: 5_000, maxResumeBytes: 1e6 });
    for (let seq = 1; seq <= 500; seq++) {
      missed.add(event(seq, 'x'.repeat(seq * 20)));
      assert.ok(missed.sizeBytes <= 5_000);
    }
    assert.equal(missed.after(499, 500), null);
    assert.deepEqual(missed.after(500, 500), []);
  });
});
