import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import type { NewAudit } from '@dropwise/store';
import { createAuditLog } from './create-audit-log.ts';

const clock = new VirtualClock(5_000, async () => {});
const who = { kind: 'session', name: 'password', address: '127.0.0.1' } as const;

test('an entry is kept with its time, as one line, and what is very long as its beginning', () => {
  const kept: NewAudit[] = [];
  const audit = createAuditLog({
    writer: { addAudit: (entry) => void kept.push(entry) },
    clock,
    onProblem: (sentence) => assert.fail(sentence),
  });
  audit.record({ who, action: 'settings.change', target: 'a\nb', before: undefined, after: { mode: 'plan' } });
  audit.record({ who, action: 'settings.change', target: '', before: 'x'.repeat(100_000), after: null });
  assert.deepEqual(kept[0], {
    at: 5_000,
    whoKind: 'session',
    whoName: 'password',
    address: '127.0.0.1',
    action: 'settings.change',
    target: 'a\ufffdb',
    before: null,
    after: { mode: 'plan' },
  });
  assert.equal(String(kept[1]?.before).length, 20_000);
});

test('a database that takes nothing is told, and stops nobody', () => {
  const problems: string[] = [];
  const audit = createAuditLog({
    writer: {
      addAudit: () => {
        throw new Error('disk full');
      },
    },
    clock,
    onProblem: (sentence) => problems.push(sentence),
  });
  audit.record({ who, action: 'key.create', target: '', before: null, after: null });
  assert.deepEqual(problems, ['The audit entry "key.create" could not be kept: disk full.']);
});
