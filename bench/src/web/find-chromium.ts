import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Chromium {
  readonly path: string;
  /** What its process needs on top of the environment. */
  readonly env: Readonly<Record<string, string>>;
}

export type Found =
  | { readonly ok: true; readonly chromium: Chromium }
  /** `why` is part of a test's name. */
  | { readonly ok: false; readonly why: string };

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/dropwise', import.meta.url));
const unpackScript = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url));
/** The package unpacks its libraries, built for Amazon Linux 2023, only where it believes to be there. */
const asOnAmazonLinux = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };

/** `CHROMIUM_PATH`, the system's, or the one from npm; the first that starts. */
export function findChromium(): Found {
  const named = process.env.CHROMIUM_PATH ?? '';
  if (named !== '') {
    const why = whyNotStarted(named, {});
    return why === null ? found(named, {}) : { ok: false, why: `CHROMIUM_PATH is ${named}: ${why}` };
  }
  for (const name of systemNames) if (whyNotStarted(name, {}) === null) return found(name, {});
  return findPackaged();
}

function findPackaged(): Found {
  try {
    const folder = unpackOnce();
    const path = join(folder, 'chromium');
    const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
    const why = whyNotStarted(path, fonts);
    if (why === null) return found(path, fonts);
    const withLibraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
    return whyNotStarted(path, withLibraries) === null ? found(path, withLibraries) : { ok: false, why };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function found(path: string, env: Chromium['env']): Found {
  return { ok: true, chromium: { path, env } };
}

/** Test files run beside each other: each unpacks into a folder of its own, and the first to be ready gives it its name. */
function unpackOnce(): string {
  const manifest = new URL('../../../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const ready = join(cacheFolder, `chromium-${version}`);
  if (existsSync(ready)) return ready;
  mkdirSync(cacheFolder, { recursive: true });
  const fresh = mkdtempSync(join(cacheFolder, 'unpacking-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [unpackScript], {
      env: { ...process.env, ...asOnAmazonLinux, TMPDIR: fresh },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`it could not be unpacked: ${lastLine(stderr)}`);
    renameSync(fresh, ready);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(ready)) throw error;
  }
  return ready;
}

/** Null = it starts. */
function whyNotStarted(path: string, env: Chromium['env']): string | null {
  const { status, error, stderr } = spawnSync(path, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (error !== undefined) return error.message;
  return status === 0 ? null : lastLine(stderr) || `it ended with exit code ${status}`;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
