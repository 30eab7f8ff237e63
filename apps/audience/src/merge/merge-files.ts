import type { AudienceReport } from '@dropwise/contract/audience';
import { type Result, succeed } from '@dropwise/kit';
import { readBoundedText } from '../read-bounded-text.ts';
import { buildReport } from '../report/build-report.ts';
import { mergeParts, type NamedPart } from './merge-parts.ts';
import { parsePartFile } from './part-file.ts';

/** `dropwise audience merge a.json b.json`. The failure is a sentence that names the file. */
export async function mergeFiles(paths: readonly string[], version: string): Promise<Result<AudienceReport, string>> {
  const parts: NamedPart[] = [];
  for (const path of paths) {
    const text = await readBoundedText(path, maxFileBytes);
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
