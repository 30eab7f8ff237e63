import type { EntryProblem } from './field-reader.ts';

/** `scheme://[user:password@]host:port`, and what may stand behind it. */
const proxy =
  /^(?:https?|socks5):\/\/(?:[^\s@]+:[^\s]*@)?(\[[0-9a-f:.]+\]|[^\s:@/[\]]+):(\d{1,5})\/?(?:\s+(?:name|weight|budget)=\S+)*$/i;

/** The first line that cannot be used; the tool looks closer. Nothing of a line is repeated: it may be a password. */
export function findProxyProblem(text: string): EntryProblem | null {
  const seen = new Map<string, number>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const port = Number(proxy.exec(trimmed)?.[2] ?? 0);
    if (port < 1 || port > 65_535) return { key: 'audience.problem.proxy', values: { line: index + 1 } };
    const other = seen.get(trimmed);
    if (other !== undefined) return { key: 'audience.problem.proxyTwice', values: { line: index + 1, other } };
    seen.set(trimmed, index + 1);
  }
  return null;
}

/** Names of the proxies in the list, as the tool calls them: a name, else host and port. */
export function proxyNames(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const trimmed = line.trim();
    const found = proxy.exec(trimmed);
    if (found === null) return [];
    return [/\sname=(\S+)/.exec(trimmed)?.[1] ?? `${found[1]}:${found[2]}`];
  });
}
