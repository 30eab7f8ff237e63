import type { Saying } from '@dropwise/core';
import { sayOfStorage } from './storage-sayings.ts';

/** Why a data directory cannot be used, in words for a person. */
export interface DataDirectoryProblem {
  readonly path: string;
  /** The system's code, such as `EACCES`. */
  readonly code: string;
  /** What was expected, what was found. */
  readonly sentence: string;
  /** The same by its code. */
  readonly said: Saying;
  /** Shell line that mends it as it stands; null where no single line does. */
  readonly command: string | null;
}

export interface StorageFacts {
  readonly root: string;
  /** What was being made or written. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** Of `path` or the nearest folder above it that is there. */
  readonly owner: { readonly path: string; readonly uid: number; readonly gid: number; readonly mode: number } | null;
  /** Null where the system has no such thing (Windows). */
  readonly ourUid: number | null;
  readonly ourGid: number | null;
}

/** The sentence, and the exact command, for what the system refused. */
export function describeStorageProblem(facts: StorageFacts): DataDirectoryProblem {
  const { path, code } = facts;
  const { said, command } = mendingOf(facts);
  return { path, code, sentence: said.sentence, said, command };
}

interface Mending {
  readonly said: Saying;
  readonly command: string | null;
}

function mendingOf(facts: StorageFacts): Mending {
  const { path, code, owner } = facts;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return describeRefusal(facts);
    case 'EROFS':
      return { said: sayOfStorage('storage-read-only', { path }), command: null };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        said: sayOfStorage('storage-full', { path }),
        command: `df -h ${quoteForShell(owner?.path ?? facts.root)}`,
      };
    case 'ENOTDIR':
    case 'EEXIST':
      return { said: sayOfStorage('storage-file-in-way', { path, file: owner?.path ?? path }), command: null };
    default:
      return { said: sayOfStorage('storage-failing', { path, detail: facts.message }), command: null };
  }
}

function describeRefusal({ owner, ourUid, ourGid, path, root }: StorageFacts): Mending {
  if (owner === null || ourUid === null || ourGid === null) {
    return { said: sayOfStorage('storage-refused', { path }), command: null };
  }
  const values = {
    path,
    folder: owner.path,
    owner: `${owner.uid}:${owner.gid}`,
    mode: owner.mode.toString(8).padStart(3, '0'),
    account: `${ourUid}:${ourGid}`,
  };
  if (owner.uid === ourUid) {
    return { said: sayOfStorage('storage-own-mode', values), command: `chmod -R u+rwX ${quoteForShell(owner.path)}` };
  }
  // Above the root stand folders of others (`/`, `/home`): they must not change hands.
  if (!isInside(root, owner.path)) {
    return {
      said: sayOfStorage('storage-not-made', values),
      command: `sudo install -d -m 700 -o ${ourUid} -g ${ourGid} ${quoteForShell(root)}`,
    };
  }
  return {
    said: sayOfStorage('storage-other-owner', values),
    command: `sudo chown -R ${ourUid}:${ourGid} ${quoteForShell(root)}`,
  };
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
}

function quoteForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
