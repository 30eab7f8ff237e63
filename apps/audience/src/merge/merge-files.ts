import { readFile, stat } from 'node:fs/promises';
import type { AudienceReport } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { buildReport } from '../report/build-report.ts';
import { mergeParts, type NamedPart } from './merge-parts.ts';
import { parsePartFile } from './part-file.ts';

/** `dropwise audience merge a.json b.json`. The failure is a sentence that names the file. */
export async function mergeFiles(paths: readonly string[], version: string): Promise<Result<AudienceReport, string>> {
  const parts: NamedPart[] = [];
  for (const path of paths) {
    const text = await readPart(path);
    if (!text.ok) return text;
    const part = parsePartFile(text.value, path);
    if (!part.ok) return part;
    parts.push({ name: path, part: part.value });
  }
  const facts = mergeParts(parts, version);
  return facts.ok ? succeed(buildReport(facts.value)) : facts;
}

/** An hour of a run with hundreds of proxies stays far below. */
const maxFileBytes = 256 * 1024 * 1024;

async function readPart(path: string): Promise<Result<string, string>> {
  try {
    const { size } = await stat(path);
    if (size > maxFileBytes) return fail(`${path} has ${size} bytes; a part file has at most ${maxFileBytes}.`);
    return succeed(await readFile(path, 'utf8'));
  } catch (error) {
    return fail(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
