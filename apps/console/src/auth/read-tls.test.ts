import assert from 'node:assert/strict';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTls } from './read-tls.ts';
import { openTempFolder } from './testing/temp-folder.ts';
import { readTlsFixture, tlsFixturePath } from './testing/tls-fixture.ts';

const now = Date.UTC(2026, 2, 1);
const certFile = tlsFixturePath('cert.pem');
const keyFile = tlsFixturePath('key.pem');

test('certificate and key that belong together are read; without both there is no TLS', async () => {
  await using folder = await openTempFolder();
  const ownKey = join(folder.path, 'key.pem');
  await copyFile(keyFile, ownKey);
  await chmod(ownKey, 0o600);
  const read = await readTls({ certFile, keyFile: ownKey }, now);
  assert.deepEqual(read, { ok: true, value: { ...readTlsFixture(), warnings: [] } });
  assert.deepEqual(await readTls({ certFile: '', keyFile: '' }, now), { ok: true, value: null });
  await chmod(ownKey, 0o644);
  const open = await readTls({ certFile, keyFile: ownKey }, now);
  assert.ok(open.ok);
  assert.match(open.value?.warnings[0] ?? '', /can be read by every account/);
});

test('what cannot work is refused with what to mend', async () => {
  await using folder = await openTempFolder();
  const noPem = join(folder.path, 'no.pem');
  await writeFile(noPem, 'hello');
  const cut = join(folder.path, 'cut.pem');
  await writeFile(cut, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
  const cutKey = join(folder.path, 'cut-key.pem');
  await writeFile(cutKey, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [certFile, '', /only console\.tlsCertFile is set\. Set console\.tlsKeyFile/],
    ['', keyFile, /only console\.tlsKeyFile is set\. Set console\.tlsCertFile/],
    [certFile, tlsFixturePath('other-key.pem'), /does not belong to the certificate/],
    [certFile, tlsFixturePath('locked-key.pem'), /locked with a passphrase.*openssl pkey/],
    [noPem, keyFile, /must hold a certificate in PEM .* but holds no such thing/],
    [cut, keyFile, /cannot be read as one/],
    [certFile, noPem, /must hold a private key in PEM/],
    [certFile, cutKey, /must hold a private key in PEM .* cannot be read as one/],
    [certFile, join(folder.path, 'none'), /console\.tlsKeyFile must name a file that can be read/],
    [keyFile, certFile, /must hold a certificate in PEM/],
  ];
  for (const [cert, key, expected] of cases) {
    const read = await readTls({ certFile: cert, keyFile: key }, now);
    assert.ok(!read.ok);
    assert.match(read.failure, expected);
    assert.doesNotMatch(read.failure, /MIG|AAAA/);
  }
});

test('a certificate that is over, not yet valid or soon over is used, and said', async () => {
  const warningsAt = async (cert: string, at: number): Promise<string> => {
    const read = await readTls({ certFile: cert, keyFile }, at);
    assert.ok(read.ok);
    return (read.value?.warnings ?? []).filter((sentence) => sentence.includes('certificate')).join(' ');
  };
  const expired = tlsFixturePath('expired-cert.pem');
  assert.match(await warningsAt(expired, now), /expired on 2020-02-01/);
  assert.match(await warningsAt(expired, Date.UTC(2020, 0, 25)), /expires on 2020-02-01/);
  assert.equal(await warningsAt(expired, Date.UTC(2020, 0, 10)), '');
  assert.match(await warningsAt(certFile, Date.UTC(2019, 0, 1)), /valid from 2020-01-01 on/);
});
