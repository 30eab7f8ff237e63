import type { ConsoleFact } from '@dropwise/contract';
import type { UpdatesGroup } from '@dropwise/core';
import type { Clock, Timer } from '@dropwise/kit';
import { coerce, gt, parse } from 'semver';
import * as v from 'valibot';

export interface UpdateCheckOptions {
  readonly clock: Clock;
  readonly version: string;
  readonly settings: () => UpdatesGroup;
  readonly onFact: (fact: Extract<ConsoleFact, { kind: 'updateFound' }>) => void;
}

export interface UpdateNotice {
  /** Null = never looked. */
  readonly checkedAt: number | null;
  /** A newer version; null = none is known of. */
  readonly found: { readonly version: string; readonly link: string } | null;
  /** What kept the last look from working, one sentence; null = it worked. */
  readonly problem: string | null;
}

export interface UpdateCheck extends AsyncDisposable {
  readonly notice: UpdateNotice;
  /** Looks now, if the owner has turned it on. */
  check(): Promise<void>;
}

const dayMs = 24 * 60 * 60_000;
/** The start of a whole fleet after a power cut is no reason to ask at once. */
const firstDelayMs = 10 * 60_000;
const timeoutMs = 15_000;
const maxAnswerBytes = 1024 * 1024;

const answerSchema = v.object({
  version: v.optional(v.string()),
  tag_name: v.optional(v.string()),
  url: v.optional(v.string()),
  html_url: v.optional(v.string()),
});

/** Once a day, and only while `updates.check` is on: without it no connection is ever made. */
export function createUpdateCheck(options: UpdateCheckOptions): UpdateCheck {
  let notice: UpdateNotice = { checkedAt: null, found: null, problem: null };
  let timer: Timer | null = null;
  const stopping = new AbortController();

  async function check(): Promise<void> {
    const { check: isOn, url } = options.settings();
    if (!isOn || url === '') return;
    const looked = await fetchLatest(url, stopping.signal);
    const checkedAt = options.clock.now();
    if (typeof looked === 'string') {
      notice = { ...notice, checkedAt, problem: looked };
      return;
    }
    const isNews = isNewer(looked.version, options.version) && notice.found?.version !== looked.version;
    const link = looked.link ?? url;
    notice = {
      checkedAt,
      found: isNewer(looked.version, options.version) ? { version: looked.version, link } : null,
      problem: null,
    };
    if (isNews) options.onFact({ kind: 'updateFound', version: looked.version, link });
  }

  function schedule(delayMs: number): void {
    timer = options.clock.after(delayMs, () => {
      schedule(dayMs);
      void check();
    });
  }
  schedule(firstDelayMs);

  return {
    get notice() {
      return notice;
    },
    check,
    async [Symbol.asyncDispose]() {
      timer?.cancel();
      stopping.abort();
    },
  };
}

/** Versions are compared as numbers: 1.10.0 is newer than 1.9.0. */
export function isNewer(candidate: string, current: string): boolean {
  const [a, b] = [parse(candidate, { loose: true }) ?? coerce(candidate), parse(current)];
  return a !== null && b !== null && gt(a, b);
}

/** What the address says is the latest, or a sentence. */
async function fetchLatest(
  url: string,
  signal: AbortSignal,
): Promise<{ readonly version: string; readonly link: string | null } | string> {
  try {
    const answer = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': 'dropwise' },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!answer.ok) return `updates.url should answer with 200, found ${answer.status}.`;
    const read = v.safeParse(answerSchema, JSON.parse(await readBounded(answer)));
    const version = read.success ? (read.output.version ?? read.output.tag_name) : undefined;
    if (!read.success || version === undefined)
      return 'updates.url should answer with JSON that has "version" or "tag_name".';
    return { version, link: safeLink(read.output.url ?? read.output.html_url) };
  } catch (error) {
    return `updates.url could not be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

async function readBounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > maxAnswerBytes) throw new Error('the answer is larger than a megabyte');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The link is shown to a person: only an address of the web is one. */
function safeLink(text: string | undefined): string | null {
  const url = text === undefined ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
