import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { helpText, parseSimArguments } from './arguments.ts';

test('without flags it is the evening on a free port of this machine', () => {
  assert.deepEqual(parseSimArguments([]), {
    ok: true,
    value: {
      host: '127.0.0.1',
      port: 0,
      speed: 1,
      scenario: 'evening',
      seed: 1,
      tlsCert: null,
      tlsKey: null,
      manualClock: false,
      autoApprove: false,
      help: false,
    },
  });
});

test('flags are read in both ways of writing', () => {
  const parsed = parseSimArguments([
    '--port=8090',
    '--speed',
    '0.5',
    '--scenario',
    'sample',
    '--seed=7',
    '--auto-approve',
  ]);
  assert.ok(parsed.ok);
  const { port, speed, scenario, seed, autoApprove } = parsed.value;
  assert.deepEqual(
    { port, speed, scenario, seed, autoApprove },
    { port: 8090, speed: 0.5, scenario: 'sample', seed: 7, autoApprove: true },
  );
});

describe('what is refused, and how', () => {
  const table: readonly [readonly string[], RegExp][] = [
    [['--prot', '1'], /expected only the flags --host.*Unknown option '--prot'.*--help/],
    [['evening'], /expected only the flags/],
    [['--port', 'x'], /--port to be a whole number from 0 to 65535, found "x"/],
    [['--port', '65536'], /found "65536"/],
    [['--port='], /found ""/],
    [['--speed', '0'], /--speed to be a number above 0.*found "0"/],
    [['--seed', '1.5'], /--seed to be a whole number.*found "1.5"/],
    [['--scenario', 'morning'], /--scenario to be one of .*evening.*found "morning"/],
    [['--tls-cert', 'a.pem'], /--tls-cert and --tls-key together/],
    [['--manual-clock', '--speed', '2'], /--manual-clock or --speed, found both/],
  ];
  for (const [args, message] of table) {
    test(args.join(' '), () => {
      const parsed = parseSimArguments(args);
      assert.match(parsed.ok ? '' : parsed.failure, message);
    });
  }
});

test('the help names every flag and every scenario', () => {
  for (const word of [
    '--host',
    '--port',
    '--speed',
    '--scenario',
    '--seed',
    '--tls-cert',
    '--tls-key',
    '--manual-clock',
    '--auto-approve',
    'september-2026',
  ]) {
    assert.ok(helpText().includes(word), word);
  }
});
