import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Name → the secret itself. */
export type Secrets = Readonly<Record<string, string>>;

/** What was seen, and where. */
export interface Exhibit {
  readonly where: string;
  readonly content: Buffer | string;
}

/** Every shape in which a secret is still one for whoever finds it. */
export function formsOf(secret: string): readonly Buffer[] {
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const texts = [
    secret,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encodeURIComponent(percent),
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    Buffer.from(secret).toString('hex'),
    ...[0, 1, 2].flatMap((offset) => base64At(secret, offset)),
  ];
  return [...new Set(texts)].map((text) => Buffer.from(text));
}

/** What is in base64 of any text that holds the secret behind so many bytes more than a multiple of three. */
function base64At(secret: string, offset: number): readonly string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor((bytes.length * 8) / 6);
  return [bytes.toString('base64').slice(from, to), bytes.toString('base64url').slice(from, to)];
}

/** One line for every secret that is in an exhibit and not expected there. */
export function findSecrets(
  secrets: Secrets,
  exhibits: Iterable<Exhibit>,
  isExpected: (name: string, where: string) => boolean = () => false,
): readonly string[] {
  const wanted = Object.entries(secrets).map(([name, secret]) => ({ name, forms: formsOf(secret) }));
  return [...exhibits].flatMap(({ where, content }) => {
    const bytes = Buffer.from(content);
    return wanted
      .filter(({ name, forms }) => !isExpected(name, where) && forms.some((form) => bytes.includes(form)))
      .map(({ name }) => `${name} in ${where}`);
  });
}

/** Every file of a folder, those that are packed also unpacked; names are relative to it. */
export async function readAllFiles(folder: string): Promise<readonly Exhibit[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const exhibits = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      return unpacked({ where: relative(folder, file), content });
    }),
  );
  return exhibits.flat();
}

/** The exhibit, and its content where it is packed. */
export function unpacked(exhibit: Exhibit): readonly Exhibit[] {
  const bytes = Buffer.from(exhibit.content);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return [exhibit];
  return [exhibit, { where: `${exhibit.where} (unpacked)`, content: gunzipSync(bytes) }];
}

/** Files of the folder that others than their owner may read or write. */
export async function findOpenFiles(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const open = await Promise.all(
    names.map(async (name) => ({ name, mode: (await stat(join(folder, name))).mode & 0o777 })),
  );
  return open.filter(({ mode }) => (mode & 0o077) !== 0).map(({ name, mode }) => `${name} is ${mode.toString(8)}`);
}
