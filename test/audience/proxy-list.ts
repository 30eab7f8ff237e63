import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealProxy } from '../../apps/audience/src/wire/testing/real-proxy.ts';

/** Called `proxy-0`, `proxy-1`, …, with credentials in the file, so that none are in a flag. */
export async function writeProxyList(folder: string, proxies: readonly RealProxy[]): Promise<string> {
  const file = join(folder, 'proxies.txt');
  const lines = proxies.map(({ endpoint: { scheme, host, port, credentials } }, index) => {
    const login = credentials === null ? '' : `${credentials.user}:${credentials.password}@`;
    return `${scheme}://${login}${host}:${port} name=proxy-${index}\n`;
  });
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return file;
}
