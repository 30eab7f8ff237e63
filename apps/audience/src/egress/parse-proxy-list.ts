import { fail, type Result, succeed } from '@dropwise/kit';
import type { ProxySetting } from '../config/run-settings.ts';
import { parseProxy } from './parse-proxy.ts';

const maxProxies = 10_000;
const maxLineLength = 2_000;
/** So many problems show what is the matter; the rest is only counted. */
const maxProblems = 20;

export interface ProxyListProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly sentence: string;
}

/** A proxy a line, as `parseProxy` reads it; empty lines and those that begin with # say nothing. */
export function parseProxyList(text: string): Result<readonly ProxySetting[], readonly ProxyListProblem[]> {
  const proxies: ProxySetting[] = [];
  const problems: ProxyListProblem[] = [];
  const seen = new SeenProxies();
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    const trimmed = content.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const line = index + 1;
    const parsed =
      trimmed.length > maxLineLength ? fail(`Expected at most ${maxLineLength} characters.`) : parseProxy(trimmed);
    const sentence = parsed.ok ? seen.add(parsed.value, `in line ${line}`) : parsed.failure;
    if (sentence !== null) problems.push({ line, sentence });
    else if (parsed.ok) proxies.push(parsed.value);
    if (proxies.length > maxProxies) return fail([{ line, sentence: `Expected at most ${maxProxies} proxies.` }]);
  }
  if (problems.length > maxProblems) return fail(cutProblems(problems));
  return problems.length > 0 ? fail(problems) : succeed(proxies);
}

/** Why these cannot be used together, as a list and flags may be; null = they can. */
export function findProxyClash(proxies: readonly ProxySetting[]): string | null {
  const seen = new SeenProxies();
  for (const [index, proxy] of proxies.entries()) {
    const sentence = seen.add(proxy, `as number ${index + 1}`);
    if (sentence !== null) return sentence;
  }
  return null;
}

class SeenProxies {
  readonly #addresses = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** Why it cannot stand beside the others. */
  add(proxy: ProxySetting, place: string): string | null {
    const address = JSON.stringify([proxy.scheme, proxy.host, proxy.port, proxy.credentials?.user ?? null]);
    const sameAddress = this.#addresses.get(address);
    if (sameAddress !== undefined) return `Expected another proxy: ${proxy.name} is there already, ${sameAddress}.`;
    const sameName = this.#names.get(proxy.name);
    if (sameName !== undefined) {
      return `Expected another name: "${proxy.name}" is there already, ${sameName}. Give one of them name=.`;
    }
    this.#addresses.set(address, place);
    this.#names.set(proxy.name, place);
    return null;
  }
}

function cutProblems(problems: readonly ProxyListProblem[]): readonly ProxyListProblem[] {
  const rest = problems.length - maxProblems;
  const next = problems[maxProblems];
  const shown = problems.slice(0, maxProblems);
  return next === undefined ? shown : [...shown, { line: next.line, sentence: `${rest} more lines cannot be used.` }];
}
