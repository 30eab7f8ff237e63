import { lstat, readFile, rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Said } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { writeFileAtomically } from '@dropwise/runtime';
import { sayOfPush } from '../config/push-sayings.ts';
import { changePeerSettings, fieldOf, formatPeerSettings, type PeerKind, type PeerSettings } from './peer-settings.ts';
import { fieldsOf, parsePeer, peerNames } from './peers.ts';

export interface PeerWrite {
  readonly peer: PeerKind;
  readonly path: string;
  /** What the caller read and made its changes from: when the file says something else by now, nothing is written. Null = whatever it says. */
  readonly text: string | null;
  /** By the miner's own names. */
  readonly changes: Readonly<Record<string, unknown>>;
}

/** No settings of either miner come near it. */
const maxFileBytes = 1_000_000;

/**
 * The settings file as the miner will read it: TDM takes `settings.json.new` before `settings.json` when a write of its own was
 * cut short (peers 1.1). Fails with a sentence.
 */
export async function readPeerSettings(peer: PeerKind, path: string): Promise<Result<PeerSettings, string>> {
  const pending = await readText(pendingPathOf(path));
  if (pending.ok) {
    const parsed = parsePeer(peer, pending.value);
    if (parsed.ok) return parsed;
  }
  const text = await readText(path);
  if (!text.ok) return text;
  const parsed = parsePeer(peer, text.value);
  return parsed.ok ? parsed : fail(`${path}: ${parsed.failure}`);
}

/**
 * Changes settings in the miner's own file and format: all or nothing, readable by the owner alone, whole also after a power cut. The
 * miner must not run, see `planPeerPush`. Gives back the new text; fails with a sentence for everything that does not fit.
 */
export async function writePeerSettings(write: PeerWrite): Promise<Result<string, readonly string[]>> {
  const read = await readPeerSettings(write.peer, write.path);
  if (!read.ok) return fail([read.failure]);
  if (write.text !== null && write.text !== read.value.source) {
    return fail([`${write.path} has changed since it was read. Look at it again, then make the change anew.`]);
  }
  const fields = fieldsOf[write.peer];
  const changed = changePeerSettings(read.value, fields, write.changes);
  if (!changed.ok) return changed;
  const text = formatPeerSettings(changed.value, fields);
  try {
    await replaceFile(write.path, text);
    return succeed(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fail([`${write.path} must be writable, but the system answered: ${found}. Nothing was changed.`]);
  }
}

/** What of the changes the miner's settings do not say. `found`: its file after the start, or its API's answer. */
export function settingsNotTaken(
  peer: PeerKind,
  changes: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): Said {
  return Object.entries(changes).flatMap(([name, value]) => {
    const has = Object.hasOwn(found, name) ? found[name] : undefined;
    const isSame =
      fieldOf(fieldsOf[peer], name)?.wrapper === 'set' ? isSameSet(value, has) : isDeepStrictEqual(value, has);
    return isSame ? [] : [sayOfPush('peer-not-kept', { peer: peerNames[peer], name })];
  });
}

/** At no moment is there an older `.new` beside a newer file: the miner would read that one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const pendingPath = pendingPathOf(path);
  const hasPending = await lstat(pendingPath).then(
    () => true,
    () => false,
  );
  if (hasPending) await writeFileAtomically(pendingPath, text, { mode: 0o600 });
  await writeFileAtomically(path, text, { mode: 0o600 });
  if (hasPending) await rm(pendingPath, { force: true });
}

function pendingPathOf(path: string): string {
  return `${path}.new`;
}

async function readText(path: string): Promise<Result<string, string>> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > maxFileBytes) return fail(`${path} is larger than any settings file. Is it the right one?`);
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return fail(`${path} is not there. Start the miner once, so that it makes it, or correct settingsFile.`);
    }
    if (error instanceof TypeError) return fail(`${path} must be text in UTF-8, but is not. Is it the right file?`);
    return fail(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function isSameSet(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && isDeepStrictEqual(new Set(a), new Set(b));
}
