import { chmod, readFile, stat } from 'node:fs/promises';
import { fail, type Result, succeed } from '@dropwise/kit';
import { writeFileAtomically } from '@dropwise/runtime';
import * as v from 'valibot';
import { type AccessRecord, accessRecord, emptyAccessRecord } from './access-record.ts';

/** `config/access.json` as it was found at the start. */
export interface ReadAccessFile {
  readonly record: AccessRecord;
  /** For the owner: what was wrong, and what follows. */
  readonly notices: readonly string[];
}

/**
 * Reads the file. One that is no access file is set aside, and in its place stands one that asks for setup: a broken file
 * must not open the door that it kept. Fails with a sentence where going on would mean guessing.
 */
export async function readAccessFile(path: string, now: number): Promise<Result<ReadAccessFile, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return succeed({ record: emptyAccessRecord, notices: [] });
    const found = error instanceof Error ? error.message : String(error);
    return fail(
      `${path} must be readable, but the system answered: ${found}. It says who is let in, so the console does not start without it.`,
    );
  }
  const parsed = parseAccessText(text);
  if (parsed.ok) return succeed({ record: parsed.value, notices: await hideFile(path) });
  if (parsed.failure === 'newer') {
    return fail(
      `${path} was written by a newer version of Dropwise. Start that version, or move the file away and set a new password.`,
    );
  }
  return setAside(path, text, now, parsed.failure);
}

export function formatAccessRecord(record: AccessRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

function parseAccessText(text: string): Result<AccessRecord, string> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail('it is not JSON');
  }
  const checked = v.safeParse(accessRecord, content, { abortEarly: true });
  if (checked.success) return succeed(checked.output);
  const version = v.safeParse(v.object({ version: v.number() }), content);
  if (version.success && version.output.version > 1) return fail('newer');
  // Where it is, never what stands there.
  return fail(`"${v.getDotPath(checked.issues[0]) ?? 'its content'}" is not what Dropwise writes`);
}

async function setAside(path: string, text: string, now: number, why: string): Promise<Result<ReadAccessFile, string>> {
  const keptAs = `${path}.broken-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
  const record: AccessRecord = { ...emptyAccessRecord, setup: 'required' };
  try {
    // A copy, then the exchange: at no moment is there no file, which would be an open door at the next start.
    await writeFileAtomically(keptAs, text);
    await writeFileAtomically(path, formatAccessRecord(record));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fail(`${path} is broken (${why}), and it could not be set aside: ${found}. Move it away by hand.`);
  }
  const notice = `${path} held the password, API keys and sign-ins, but ${why}. It was kept as ${keptAs}. Until a new password is set from this machine, the console listens on loopback only and answers nothing but the setup; API keys have to be made anew.`;
  return succeed({ record, notices: [notice] });
}

/** A file from a backup or a copy may be readable by all. */
async function hideFile(path: string): Promise<string[]> {
  const { mode } = await stat(path);
  if (process.platform === 'win32' || (mode & 0o077) === 0) return [];
  try {
    await chmod(path, 0o600);
    return [`${path} could be read by other accounts of this machine; now it cannot.`];
  } catch {
    return [`${path} can be read by other accounts of this machine. Run: chmod 600 ${path}`];
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
