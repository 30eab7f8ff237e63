// One build in a process of its own, which `build-web.ts` starts: `node apps/web/build/run-vite.ts FOLDER`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('The folder to build into is expected.');
await build({
  configFile: join(fileURLToPath(new URL('..', import.meta.url)), 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
});
