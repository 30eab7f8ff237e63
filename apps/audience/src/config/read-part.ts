import { fail, type Result, succeed } from '@dropwise/kit';
import type { PartSettings } from './complete-settings.ts';
import type { GivenFlags } from './read-flags.ts';

const maxParts = 1_000;

/** `--shard`, `--run-id` and `--nats`. The failure is a sentence for each that does not fit. */
export function readPart(flags: GivenFlags): Result<PartSettings, readonly string[]> {
  const problems: string[] = [];
  const shard = flags.shard?.[0];
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(shard ?? '') ?? [];
  const part = index === undefined ? null : { index: Number(index), count: Number(count) };
  if (shard !== undefined && (part === null || part.count < 1 || part.count > maxParts)) {
    problems.push(`--shard must be a part of at most ${maxParts}, such as 0/4, found "${shard}".`);
  }
  const runId = flags['run-id']?.[0] ?? null;
  if (runId !== null && !/^[0-9a-z-]{8,64}$/.test(runId)) {
    problems.push(`--run-id must be 8 to 64 of a-z, 0-9 and "-", found "${runId.slice(0, 80)}".`);
  }
  const nats = flags.nats?.[0] ?? null;
  if (nats !== null && !isNatsUrl(nats)) {
    problems.push(
      '--nats must be the address of a NATS server, such as nats://127.0.0.1:4222 or tls://nats.example:4222.',
    );
  }
  return problems.length > 0 ? fail(problems) : succeed({ part, runId, nats });
}

/** What is found is not shown: it may hold a password. */
function isNatsUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'nats:' || url.protocol === 'tls:') && url.hostname !== '';
}
