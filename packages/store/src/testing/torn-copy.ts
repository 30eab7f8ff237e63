import { readFileSync } from 'node:fs';
import { type Random, randomInt } from '@dropwise/kit';

/** A database and its journal as they were on the disk at one moment. */
export interface DiskCopy {
  readonly database: Buffer;
  readonly wal: Buffer;
}

export function readDisk(path: string): DiskCopy {
  return { database: readFileSync(path), wal: readFileSync(`${path}-wal`) };
}

/** What a loss of power can leave of what was being written. */
export const tears: Readonly<Record<string, (copy: DiskCopy, random: Random) => DiskCopy>> = {
  'all of it': (copy) => copy,
  'a journal that ends early': ({ database, wal }, random) => ({
    database,
    wal: wal.subarray(0, randomInt(random, 0, wal.length)),
  }),
  'a journal that ends in garbage': ({ database, wal }, random) => {
    const torn = Buffer.from(wal);
    for (let at = randomInt(random, 0, wal.length); at < wal.length; at++) torn[at] = randomInt(random, 0, 255);
    return { database, wal: torn };
  },
  'a journal that ends in zeros': ({ database, wal }, random) => ({
    database,
    wal: Buffer.from(wal).fill(0, randomInt(random, 0, wal.length)),
  }),
  'a journal with garbage after its end': ({ database, wal }, random) => {
    const tail = Buffer.from(Array.from({ length: randomInt(random, 1, 9_000) }, () => randomInt(random, 0, 255)));
    return { database, wal: Buffer.concat([wal, tail]) };
  },
  'pages that were being carried over from the journal': ({ database, wal }, random) => {
    const torn = Buffer.from(database);
    for (const page of committedPages(wal)) {
      const at = (page - 1) * pageBytes;
      if (at + pageBytes > torn.length || random() < 0.5) continue;
      torn.fill(0xa5, at + randomInt(random, 0, pageBytes), at + pageBytes);
    }
    return { database: torn, wal };
  },
};

const pageBytes = 4096;
const walHeaderBytes = 32;
const frameHeaderBytes = 24;

/** Pages that the journal holds, up to its last commit of this round: sqlite.org/fileformat2.html#walformat. */
function committedPages(wal: Buffer): ReadonlySet<number> {
  const committed = new Set<number>();
  let pending: number[] = [];
  const salts = wal.subarray(16, 24);
  for (let at = walHeaderBytes; at + frameHeaderBytes + pageBytes <= wal.length; at += frameHeaderBytes + pageBytes) {
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break;
    pending.push(wal.readUInt32BE(at));
    if (wal.readUInt32BE(at + 4) === 0) continue;
    for (const page of pending) committed.add(page);
    pending = [];
  }
  return committed;
}
