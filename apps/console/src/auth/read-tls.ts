import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fail, type Result, succeed } from '@dropwise/kit';

export interface TlsFiles {
  /** `console.tlsCertFile` and `console.tlsKeyFile`; empty = not set. */
  readonly certFile: string;
  readonly keyFile: string;
}

export interface Tls {
  /** PEM texts. */
  readonly cert: string;
  readonly key: string;
  /** What will work, and yet not as hoped; one sentence each. */
  readonly warnings: readonly string[];
}

const dayMs = 86_400_000;
const soonDays = 14;

/** Certificate and key for HTTPS, read and checked; null = none are set. Fails with a sentence. */
export async function readTls(files: TlsFiles, now: number): Promise<Result<Tls | null, string>> {
  const { certFile, keyFile } = files;
  if (certFile === '' && keyFile === '') return succeed(null);
  if (certFile === '' || keyFile === '') {
    const [set, missing] = certFile === '' ? ['tlsKeyFile', 'tlsCertFile'] : ['tlsCertFile', 'tlsKeyFile'];
    return fail(`HTTPS needs certificate and key, but only console.${set} is set. Set console.${missing} as well.`);
  }
  const cert = await readText(certFile, 'console.tlsCertFile');
  if (!cert.ok) return cert;
  const key = await readText(keyFile, 'console.tlsKeyFile');
  if (!key.ok) return key;
  const certificate = parseCertificate(cert.value, certFile);
  if (!certificate.ok) return certificate;
  const privateKey = parseKey(key.value, keyFile);
  if (!privateKey.ok) return privateKey;
  if (!certificate.value.checkPrivateKey(privateKey.value)) {
    return fail(
      `The key in ${keyFile} does not belong to the certificate in ${certFile}. If the file holds a chain, the server’s own certificate must be the first in it.`,
    );
  }
  const warnings = [...dateWarnings(certificate.value, certFile, now), ...(await modeWarnings(keyFile))];
  return succeed({ cert: cert.value, key: key.value, warnings });
}

async function readText(path: string, setting: string): Promise<Result<string, string>> {
  try {
    return succeed(await readFile(path, 'utf8'));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fail(`${setting} must name a file that can be read, but the system answered: ${found}.`);
  }
}

function parseCertificate(text: string, path: string): Result<X509Certificate, string> {
  const expected = `${path} must hold a certificate in PEM (it begins with -----BEGIN CERTIFICATE-----)`;
  if (!text.includes('-----BEGIN CERTIFICATE-----')) return fail(`${expected}, but holds no such thing.`);
  try {
    return succeed(new X509Certificate(text));
  } catch {
    return fail(`${expected}, but what it holds cannot be read as one.`);
  }
}

function parseKey(text: string, path: string): Result<KeyObject, string> {
  const expected = `${path} must hold a private key in PEM (it begins with -----BEGIN PRIVATE KEY-----)`;
  if (!/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(text)) return fail(`${expected}, but holds no such thing.`);
  if (/ENCRYPTED/.test(text)) {
    return fail(
      `The key in ${path} is locked with a passphrase, and nobody is there to type it when the console starts. Unlock it: openssl pkey -in ${path} -out unlocked.pem`,
    );
  }
  try {
    return succeed(createPrivateKey(text));
  } catch {
    return fail(`${expected}, but what it holds cannot be read as one.`);
  }
}

function dateWarnings(certificate: X509Certificate, path: string, now: number): string[] {
  const { validFromDate, validToDate } = certificate;
  const [from, to] = [validFromDate, validToDate].map((date) => date.toISOString().slice(0, 10));
  if (now < validFromDate.getTime()) {
    return [`The certificate in ${path} is valid from ${from} on: until then browsers refuse it.`];
  }
  const leftMs = validToDate.getTime() - now;
  if (leftMs < 0) return [`The certificate in ${path} expired on ${to}: browsers refuse it. Renew it and restart.`];
  if (leftMs > soonDays * dayMs) return [];
  return [`The certificate in ${path} expires on ${to}. Renew it and restart.`];
}

async function modeWarnings(keyFile: string): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const { mode } = await stat(keyFile);
  // A group of its own for keys is common (ssl-cert); everybody is not.
  if ((mode & 0o007) === 0) return [];
  return [`The private key ${keyFile} can be read by every account of this machine. Run: chmod o= ${keyFile}`];
}
