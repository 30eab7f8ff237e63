import { readFileSync } from 'node:fs';

/** Self-signed for localhost and 127.0.0.1, a hundred years; the key opens nothing but these tests. */
export function readTlsFixture(): { readonly cert: string; readonly key: string } {
  return { cert: readFixture('cert.pem'), key: readFixture('key.pem') };
}

function readFixture(name: string): string {
  return readFileSync(new URL(`../../testing/tls/${name}`, import.meta.url), 'utf8');
}
