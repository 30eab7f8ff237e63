import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAudienceArguments } from './audience-arguments.ts';

test('without flags the goal is measured: 10,000 viewers', () => {
  assert.deepEqual(parseAudienceArguments([]), {
    ok: true,
    value: { viewers: 10_000, seconds: 20, json: false, help: false },
  });
});

test('flags rule it', () => {
  assert.deepEqual(parseAudienceArguments(['--json', '--viewers', '500', '--seconds=5']), {
    ok: true,
    value: { viewers: 500, seconds: 5, json: true, help: false },
  });
});

for (const args of [['--viewers', '0'], ['--viewers', '1e3'], ['--seconds', ''], ['--fast'], ['500']]) {
  test(`"${args.join(' ')}" is refused in a sentence`, () => {
    const parsed = parseAudienceArguments(args);
    assert.ok(!parsed.ok);
    assert.match(parsed.failure, /^expected .+, found/);
  });
}
