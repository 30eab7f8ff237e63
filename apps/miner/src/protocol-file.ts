import { stat } from 'node:fs/promises';
import type { DataDirectory } from '@dropwise/runtime';
import type { ProtocolData } from '@dropwise/twitch';
import { readProtocol, type Stored } from './stored-files.ts';

/** Polled: file system events do not cross bind mounts and network disks, where this file is edited. */
const pollMs = 5_000;

/** Tells of every change of `config/protocol.json`, its disappearance included, until disposed. */
export function watchProtocolFile(
  directory: DataDirectory,
  base: ProtocolData,
  onChanged: (stored: Stored<ProtocolData>) => void,
): Disposable {
  let known: string | null = null;
  let busy = false;

  async function look(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      const found = await stat(directory.protocolFile).catch(() => null);
      const stamp = found === null ? 'none' : `${found.mtimeMs}:${found.size}:${found.ino}`;
      if (known !== null && stamp !== known) onChanged(await readProtocol(directory, base));
      known = stamp;
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(() => void look(), pollMs);
  timer.unref();
  void look();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
