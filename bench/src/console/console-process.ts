import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startDropwise } from '../child.ts';

export interface ConsoleProcess extends AsyncDisposable {
  readonly pid: number;
  /** Ends in a slash. */
  readonly url: string;
  /** Starts or stops the program that floods it with lines. */
  flood(move: 'start' | 'stop'): Promise<void>;
}

const floodId = 'flood';

/** `dropwise start` in a data directory, with nothing to look after but a program that talks as fast as it can. */
export async function startConsoleProcess(dataDirectory: string): Promise<ConsoleProcess> {
  await writeConfiguration(join(dataDirectory, 'config'));
  const child: Child = await startDropwise(['start', '--json', '--port', '0', '--data-dir', dataDirectory]);
  const ready = Promise.withResolvers<string>();
  child.onLine((text) => {
    const line = JSON.parse(text) as { kind: string; url?: string };
    if (line.kind === 'ready') ready.resolve(line.url ?? '');
  });
  const url = await Promise.race([ready.promise, child.diedEarly]);
  return {
    pid: child.pid,
    url,
    async flood(move) {
      const address = new URL(`api/children/${floodId}/${move}`, url);
      const answer = await fetch(address, { method: 'POST', headers: { origin: address.origin } });
      if (!answer.ok) throw new Error(`expected the flood to ${move}, found ${answer.status} ${await answer.text()}`);
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

async function writeConfiguration(folder: string): Promise<void> {
  const program = fileURLToPath(new URL('./flood-program.ts', import.meta.url));
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', program];
  const children = [{ id: floodId, name: 'Flood', adapter: 'command', enabled: false, command }];
  // A history of long ago is not to be trimmed while it is read.
  const settings = { history: { factDays: 3_650, maxMegabytes: 100_000 } };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'children.json'), JSON.stringify(children), { mode: 0o600 });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
}
