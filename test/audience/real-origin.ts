import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Packager, type Rendition, startPackager } from './packager.ts';
import { startWebServer, type WebServer } from './web-server.ts';

export const renditions = [
  { name: 'low', height: 90, bitsPerSecond: 80_000 },
  { name: 'mid', height: 144, bitsPerSecond: 160_000 },
  { name: 'high', height: 180, bitsPerSecond: 320_000 },
] as const satisfies readonly Rendition[];
type RenditionName = (typeof renditions)[number]['name'];

/** ffmpeg and nginx as an operator runs them: a live stream of three renditions, which a test can harm. */
export interface RealOrigin extends AsyncDisposable {
  readonly url: string;
  readonly server: WebServer;
  /** What the operator puts at the root of the host. */
  consent(text: string): Promise<void>;
  stickPlaylists(): void;
  removeRendition(name: RenditionName): Promise<void>;
}

export async function startRealOrigin(): Promise<RealOrigin> {
  const stack = new AsyncDisposableStack();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'dropwise-origin-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    const server = stack.use(await startWebServer(folder));
    const live = join(folder, 'www', 'live');
    const packagers = await Promise.all(renditions.map((one) => startPackager(join(live, one.name), one)));
    for (const packager of packagers) stack.use(packager);
    await writeFile(join(live, 'index.m3u8'), formatMultivariant());
    return controlOrigin(folder, live, server, packagers, stack);
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

function controlOrigin(
  folder: string,
  live: string,
  server: WebServer,
  packagers: readonly Packager[],
  stack: AsyncDisposableStack,
): RealOrigin {
  return {
    url: `${server.origin}/live/index.m3u8`,
    server,
    consent: async (text) => {
      await mkdir(join(folder, 'www', '.well-known'), { recursive: true });
      await writeFile(join(folder, 'www', '.well-known', 'dropwise-audience.txt'), text);
    },
    stickPlaylists: () => {
      for (const packager of packagers) packager.pause();
    },
    removeRendition: (name) => rename(join(live, name), join(folder, name)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function formatMultivariant(): string {
  const variants = renditions.map(
    ({ name, height, bitsPerSecond }) =>
      `#EXT-X-STREAM-INF:BANDWIDTH=${bitsPerSecond * 1.25},RESOLUTION=${(height * 16) / 9}x${height}\n${name}/index.m3u8\n`,
  );
  return `#EXTM3U\n${variants.join('')}`;
}
