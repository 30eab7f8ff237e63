import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HttpDoor } from '@dropwise/kit';
import { VirtualClock } from '@dropwise/kit';
import { type DataDirectory, layOutDataDirectory } from '@dropwise/runtime';
import { CookieJar, formatCookieJar } from '@dropwise/twitch';
import { createSim, loadScenario, type Sim } from '@dropwise/twitch-sim';
import type { Check, DoctorContext } from '../check.ts';
import type { Finding } from '../finding.ts';
import { openContext } from '../open-context.ts';

export interface DoctorWorldOptions {
  /** Client whose token is in the jar; null = nobody signed in. Default tv. */
  readonly signedInWith?: 'tv' | 'android' | null;
  /** As the settings file has them. */
  readonly settings?: string;
  /** Files below the data directory → content. */
  readonly files?: Readonly<Record<string, string>>;
  readonly lookUp?: DoctorContext['lookUp'];
  /** Stands before the simulator's. */
  readonly http?: (inner: HttpDoor) => HttpDoor;
}

/** A data directory and a Twitch in process that pretends to be at Twitch's own addresses. */
export interface DoctorWorld extends AsyncDisposable {
  readonly sim: Sim;
  readonly clock: VirtualClock;
  readonly directory: DataDirectory;
  readonly context: DoctorContext;
  examine(check: Check): Promise<readonly Finding[]>;
}

const tvSite = 'https://android.tv.twitch.tv';

export async function openDoctorWorld(options: DoctorWorldOptions = {}): Promise<DoctorWorld> {
  const { signedInWith = 'tv', settings, lookUp = async () => ['192.0.2.1'] } = options;
  const scenario = loadScenario('sample', 1);
  const clock = new VirtualClock(scenario.startAt, () => new Promise((resolve) => setImmediate(resolve)));
  const sim = createSim({ scenario, seed: 1, clock });
  const directory = layOutDataDirectory(await mkdtemp(join(tmpdir(), 'dropwise-doctor-')));
  const jar = new CookieJar(clock);
  if (signedInWith !== null) jar.set(tvSite, 'auth-token', sim.issueToken(signedInWith));
  const files = {
    ...(signedInWith === null ? {} : { 'data/cookies.jar': formatCookieJar(jar) }),
    ...(settings === undefined ? {} : { 'config/settings.json': settings }),
    ...options.files,
  };
  for (const [name, content] of Object.entries(files)) await put(join(directory.root, name), content);
  const context = await openContext({
    directory,
    endpoints: null,
    io: { env: {}, pid: process.pid, hostName: 'attic' },
    clock,
    openDoors: () => ({
      http: options.http?.(sim.http) ?? sim.http,
      sockets: sim.sockets,
      [Symbol.asyncDispose]: async () => {},
    }),
    lookUp,
  });
  return {
    sim,
    clock,
    directory,
    context,
    examine: (check) => check.run(context, new AbortController().signal),
    async [Symbol.asyncDispose]() {
      await context[Symbol.asyncDispose]();
      sim[Symbol.dispose]();
      await chmod(directory.root, 0o700);
      await rm(directory.root, { recursive: true, force: true });
    },
  };
}

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600 });
}
