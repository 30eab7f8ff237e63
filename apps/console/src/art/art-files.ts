import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type Art, artTypeOf, maxArtBytes } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import { makePrivateFolder, removeLeftoverTempFiles, writeFileAtomically } from '@dropwise/runtime';

/** Pictures on the disk, by address. The one that was not looked at for longest goes first. */
export interface ArtFiles {
  /** Null = it is not there, or what is there is not what was written. */
  read(address: string): Promise<Art | null>;
  write(address: string, art: Art): Promise<void>;
}

export interface ArtFilesOptions {
  readonly folder: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Of all files together. */
  readonly maxBytes: number;
}

interface Entry {
  readonly sizeBytes: number;
  /** As it stands on the disk: behind the last use by `touchEveryMs` at most. */
  readonly usedAt: number;
}

/** A file is the SHA-256 of the picture, then the picture: damage is noticed. */
const digestBytes = 32;
const namePattern = /^[0-9a-f]{64}$/;
/** The order of use need not be exact over a restart. */
const touchEveryMs = 3_600_000;

/** Makes the folder, and takes up what an earlier life left in it. */
export async function openArtFiles({ folder, clock, maxBytes }: ArtFilesOptions): Promise<ArtFiles> {
  await makePrivateFolder(folder);
  await chmod(folder, 0o700);
  await removeLeftoverTempFiles(folder);
  /** Oldest use first. */
  const entries = new Map(await readEntries(folder));
  let totalBytes = [...entries.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

  async function remove(name: string): Promise<void> {
    totalBytes -= entries.get(name)?.sizeBytes ?? 0;
    entries.delete(name);
    await rm(join(folder, name), { force: true });
  }

  /** Puts it last in the order of use. */
  async function use(name: string, { sizeBytes, usedAt }: Entry): Promise<void> {
    const now = clock.now();
    const isDue = now - usedAt >= touchEveryMs;
    entries.delete(name);
    entries.set(name, { sizeBytes, usedAt: isDue ? now : usedAt });
    if (isDue) await utimes(join(folder, name), now / 1_000, now / 1_000);
  }

  async function makeRoom(): Promise<void> {
    for (const name of [...entries.keys()]) {
      if (totalBytes <= maxBytes) return;
      await remove(name);
    }
  }

  await makeRoom();
  return {
    async read(address) {
      const name = sha256(address).toString('hex');
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const art = await readArt(join(folder, name));
      if (art === null) await remove(name);
      else await use(name, entry);
      return art;
    },
    async write(address, { bytes }) {
      const name = sha256(address).toString('hex');
      const path = join(folder, name);
      await writeFileAtomically(path, Buffer.concat([sha256(bytes), bytes]));
      totalBytes += digestBytes + bytes.length - (entries.get(name)?.sizeBytes ?? 0);
      await use(name, { sizeBytes: digestBytes + bytes.length, usedAt: 0 });
      await makeRoom();
    },
  };
}

async function readEntries(folder: string): Promise<readonly (readonly [name: string, entry: Entry])[]> {
  const names = (await readdir(folder)).filter((name) => namePattern.test(name));
  const found: [string, Entry][] = [];
  for (const name of names) {
    const { size, mtimeMs } = await stat(join(folder, name));
    found.push([name, { sizeBytes: size, usedAt: mtimeMs }]);
  }
  return found.sort(([, a], [, b]) => a.usedAt - b.usedAt);
}

async function readArt(path: string): Promise<Art | null> {
  const content = await readFile(path).catch(() => null);
  if (content === null || content.length > digestBytes + maxArtBytes) return null;
  const bytes = content.subarray(digestBytes);
  const contentType = artTypeOf(bytes);
  if (contentType === null || !sha256(bytes).equals(content.subarray(0, digestBytes))) return null;
  return { contentType, bytes };
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
