import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Self-signed for localhost and 127.0.0.1, 2020 to 2120; the keys open nothing but these tests. */
export function tlsFixturePath(
  name: 'cert.pem' | 'key.pem' | 'expired-cert.pem' | 'other-key.pem' | 'locked-key.pem',
): string {
  return fileURLToPath(new URL(`tls-fixture/${name}`, import.meta.url));
}

export function readTlsFixture(): { readonly cert: string; readonly key: string } {
  return {
    cert: readFileSync(tlsFixturePath('cert.pem'), 'utf8'),
    key: readFileSync(tlsFixturePath('key.pem'), 'utf8'),
  };
}
