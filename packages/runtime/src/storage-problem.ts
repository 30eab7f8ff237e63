/** Why a data directory cannot be used, in words for a person. */
export interface DataDirectoryProblem {
  readonly path: string;
  /** The system's code, such as `EACCES`. */
  readonly code: string;
  /** What was expected, what was found. */
  readonly sentence: string;
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
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return { path, code, ...describeRefusal(facts) };
    case 'EROFS':
      return {
        path,
        code,
        sentence: `${path} must be writable, but its file system is mounted read-only. Mount it read-write, or choose another folder with --data-dir.`,
        command: null,
      };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        path,
        code,
        sentence: `${path} must take files, but the disk or the quota is full. Free some space.`,
        command: `df -h ${quoteForShell(facts.owner?.path ?? facts.root)}`,
      };
    case 'ENOTDIR':
    case 'EEXIST':
      return {
        path,
        code,
        sentence: `${path} must be a folder, but a file stands in its way at ${facts.owner?.path ?? path}. Move the file, or choose another folder with --data-dir.`,
        command: null,
      };
    default:
      return {
        path,
        code,
        sentence: `${path} must be a folder that takes files, but the system answered: ${facts.message}. Mend that, or choose another folder with --data-dir.`,
        command: null,
      };
  }
}

function describeRefusal(facts: StorageFacts): { sentence: string; command: string | null } {
  const { owner, ourUid, ourGid, path } = facts;
  if (owner === null || ourUid === null || ourGid === null) {
    return {
      sentence: `${path} must be writable, but the system refused. Give this account the right to write there, or choose another folder with --data-dir.`,
      command: null,
    };
  }
  const who = `${owner.path} belongs to ${owner.uid}:${owner.gid} (mode ${owner.mode.toString(8).padStart(3, '0')}), and Dropwise runs as ${ourUid}:${ourGid}`;
  if (owner.uid === ourUid) {
    return {
      sentence: `${path} must be writable, but the system refused: ${who}. Give the owner the right to write.`,
      command: `chmod -R u+rwX ${quoteForShell(owner.path)}`,
    };
  }
  // Above the root stand folders of others (`/`, `/home`): they must not change hands.
  if (!isInside(facts.root, owner.path)) {
    const root = quoteForShell(facts.root);
    return {
      sentence: `${path} cannot be made: ${who}. Make the folder for it, or choose another with --data-dir.`,
      command: `sudo install -d -m 700 -o ${ourUid} -g ${ourGid} ${root}`,
    };
  }
  return {
    sentence: `${path} must be writable, but the system refused: ${who}. Hand the folder over.`,
    command: `sudo chown -R ${ourUid}:${ourGid} ${quoteForShell(facts.root)}`,
  };
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
}

function quoteForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
