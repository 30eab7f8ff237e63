import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allFaultKinds, faultTable } from './faults.ts';
import { parseFault } from './parse-fault.ts';

test('every kind is accepted with nothing but what it needs', () => {
  for (const kind of allFaultKinds) {
    const fault = kind === 'watchCredit' ? { kind, transports: ['hls'] } : { kind };
    assert.deepEqual(parseFault(fault), { ok: true, value: fault });
  }
});

test('every kind is accepted with its own fields at their default', () => {
  for (const kind of allFaultKinds) {
    const fields = Object.entries(faultTable[kind].fields).map(([name, rule]) => [
      name,
      rule.kind === 'choices' ? rule.of : (rule.default ?? 'text'),
    ]);
    assert.ok(parseFault({ kind, target: 'x', forMs: 5, ...Object.fromEntries(fields) }).ok, kind);
  }
});

describe('a fault that is refused', () => {
  const table: readonly [unknown, RegExp][] = [
    [null, /expected an object/],
    [[], /expected an object/],
    ['slow', /expected an object/],
    [{}, /"kind" to be one of .*found nothing/],
    [{ kind: 'slow', delayMs: 0 }, /"delayMs" to be a whole number from 1.*found 0/],
    [{ kind: 'slow', times: 1.5 }, /"times" to be a whole number.*found 1.5/],
    [{ kind: 'slow', target: 1 }, /"target" to be a text, found 1/],
    [{ kind: 'slow', speed: 1 }, /no field "speed"/],
    [{ kind: 'nullCatalogue', times: 1 }, /no "times" for a fault that is a state/],
    [{ kind: 'listenRefused', error: 'ERR_NONE' }, /"error" to be one of ERR_BADAUTH/],
    [{ kind: 'watchCredit' }, /"transports" to be a list of spade, gql, hls, found nothing/],
    [{ kind: 'watchCredit', transports: ['tv'] }, /"transports".*found \["tv"\]/],
  ];
  for (const [body, message] of table) {
    test(JSON.stringify(body), () => {
      const parsed = parseFault(body);
      assert.match(parsed.ok ? '' : parsed.failure, message);
    });
  }
});
