import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Changes, createKeeper, type Keeping } from './keep-changes.ts';

function world() {
  const sent: { readonly changes: Changes; readonly answer: (problem: string | null) => void }[] = [];
  const told: Keeping[] = [];
  const keep = createKeeper(
    (changes) => new Promise((answer) => sent.push({ changes, answer })),
    (keeping) => told.push(keeping),
  );
  return {
    keep,
    sent: () => sent.map(({ changes }) => changes),
    told,
    async answer(problem: string | null): Promise<void> {
      sent.at(-1)?.answer(problem);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('changes that are kept as they are made', () => {
  it('are sent one request at a time; what is changed meanwhile goes with the next, as it was changed last', async () => {
    const { keep, sent, told, answer } = world();
    const first = keep({ list: ['a'] });
    await keep({ list: ['a', 'b'] });
    await keep({ wishes: { a: 'must' } });
    await keep({ list: ['b'] });
    assert.deepEqual(sent(), [{ list: ['a'] }]);
    await answer(null);
    assert.deepEqual(sent().slice(1), [{ list: ['b'], wishes: { a: 'must' } }]);
    assert.equal(told.at(-1)?.state, 'keeping');
    await answer(null);
    await first;
    assert.deepEqual(told.at(-1), { state: 'kept', problem: null });
    assert.equal(sent().length, 2);
  });

  it('are not said to be kept when one of several requests failed', async () => {
    const { keep, told, answer } = world();
    const first = keep({ list: ['a'] });
    await keep({ wishes: {} });
    await answer('The console does not answer.');
    await answer(null);
    await first;
    assert.deepEqual(told.at(-1), { state: 'none', problem: 'The console does not answer.' });
  });

  it('make good what failed before', async () => {
    const { keep, told, answer } = world();
    const first = keep({ list: ['a'] });
    await answer('The console does not answer.');
    await first;
    const second = keep({ list: ['a'] });
    assert.deepEqual(told.at(-1), { state: 'keeping', problem: null });
    await answer(null);
    await second;
    assert.deepEqual(told.at(-1), { state: 'kept', problem: null });
  });
});
