import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkListen, resolveListenHost } from './check-listen.ts';

const cases: readonly (readonly [host: string, addresses: readonly string[], withoutPassword: boolean])[] = [
  ['127.0.0.1', ['127.0.0.1'], true],
  ['127.3.4.5', ['127.3.4.5'], true],
  ['::1', ['::1'], true],
  ['localhost', ['127.0.0.1', '::1'], true],
  ['::ffff:127.0.0.1', ['127.0.0.1'], true],
  ['0.0.0.0', ['0.0.0.0'], false],
  ['::', ['::'], false],
  ['192.168.1.5', ['192.168.1.5'], false],
  ['fe80::1%eth0', ['fe80::1%eth0'], false],
  ['nas.local', ['127.0.0.1', '192.168.1.5'], false],
  ['::ffff:10.0.0.1', ['10.0.0.1'], false],
];

for (const [host, addresses, withoutPassword] of cases) {
  test(`listening on ${host} is ${withoutPassword ? 'always allowed' : 'allowed with a password only'}`, () => {
    assert.equal(checkListen({ host, addresses, passwordSet: true }).ok, true);
    const without = checkListen({ host, addresses, passwordSet: false });
    assert.equal(without.ok, withoutPassword);
    if (without.ok) return;
    assert.match(
      without.failure,
      new RegExp(`^  DROPWISE_PASSWORD_FILE=/path/to/file npm start -- --host ${host.replaceAll('.', '\\.')}$`, 'm'),
    );
    assert.match(without.failure, /^ {2}npm start -- --host 127\.0\.0\.1$/m);
  });
}

test('a host that stands for nothing is refused with or without a password', () => {
  const checked = checkListen({ host: 'no.such.host', addresses: [], passwordSet: true });
  assert.ok(!checked.ok);
  assert.match(checked.failure, /"no\.such\.host" stands for none/);
});

test('addresses stand for themselves, names for all that they resolve to', async () => {
  assert.deepEqual(await resolveListenHost('[::1]'), ['::1']);
  assert.deepEqual(await resolveListenHost('0.0.0.0'), ['0.0.0.0']);
  assert.ok((await resolveListenHost('localhost')).length > 0);
  assert.deepEqual(await resolveListenHost('no such host'), []);
});
