import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { fail, type Result, succeed } from '@dropwise/kit';
import { parseTrace, spanOfTrace, type Trace } from './trace.ts';

/** A small cut of the history that comes with the project. */
export const sampleFolder: string = fileURLToPath(new URL('./sample/', import.meta.url));

const ending = '.json.gz';

/** The names of the traces in a folder, in order. */
export async function listTraces(folder: string): Promise<Result<readonly string[], string>> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
  if (typeof entries === 'string') {
    return fail(
      `expected --traces to be a folder that can be read, found ${entries} for "${folder}"; correct the path`,
    );
  }
  const names = entries.filter((entry) => entry.endsWith(ending)).map((entry) => entry.slice(0, -ending.length));
  const traces = names.filter((name) => spanOfTrace(name) !== null).sort();
  if (traces.length > 0) return succeed(traces);
  return fail(
    `expected files such as 2025-06${ending} in "${folder}", found none; name the folder that holds the history`,
  );
}

/** Throws with one sentence when the file is not a trace. */
export async function readTrace(folder: string, name: string): Promise<Trace> {
  const file = join(folder, `${name}${ending}`);
  const packed = await readFile(file);
  const trace = parseTrace(name, gunzipSync(packed).toString('utf8'));
  if (!trace.ok) throw new Error(`${file}: ${trace.failure}; name a folder of the history with --traces`);
  return trace.value;
}
