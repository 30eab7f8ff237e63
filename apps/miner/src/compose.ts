import type { Fact, Settings } from '@dropwise/core';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import {
  type AcceleratedClock,
  acquireLock,
  chooseDataDirectory,
  createScaledClock,
  createSystemClock,
  type DataDirectory,
  exitCodes,
  type HeldLock,
  type LoadedSettings,
  logLevelsFor,
  type MinerArguments,
  type OpenLogger,
  openLogger,
  type ProcessIo,
  prepareDataDirectory,
  wantsColour,
  writeFileAtomically,
} from '@dropwise/runtime';
import {
  createTcpHttpDoor,
  createTcpSocketDoor,
  defaultProtocolData,
  type ProtocolData,
  type ProxySettings,
  parseProxy,
  protocolDataForOrigin,
} from '@dropwise/twitch';
import { createClaimCount } from './claim-count.ts';
import type { Control } from './control/open-control.ts';
import { createReload } from './control/reload.ts';
import { describeSession } from './control/session-facts.ts';
import { settingsTakenOf } from './control/settings-taken.ts';
import { writeDump } from './dump.ts';
import { createLatestWriter } from './latest-writer.ts';
import { readLocalClock } from './local-clock.ts';
import { formatMemory } from './memory-file.ts';
import { createMiner } from './miner.ts';
import { readSettings, tellSettings } from './owner-settings.ts';
import { watchProtocolFile } from './protocol-file.ts';
import { createFactReporter } from './report-facts.ts';
import { describeState } from './state-report.ts';
import { readCookies, readMemory, readProtocol } from './stored-files.ts';
import { traceFor } from './wire-trace.ts';

export interface CannotBegin {
  readonly exitCode: number;
  readonly message: string;
}

export interface RunningMiner extends AsyncDisposable {
  /** Resolves with the exit code when the miner has ended. */
  readonly finished: Promise<number>;
}

/** What must end within two seconds may not wait longer than this for the network to say goodbye. */
const farewellMs = 1_200;

/** The only place where the miner's real parts meet: disk, network, clock, signals. */
export async function composeMiner(args: MinerArguments, io: ProcessIo): Promise<Result<RunningMiner, CannotBegin>> {
  const directory = chooseDataDirectory({
    flag: args.dataDir,
    env: io.env,
    homeFolder: io.homeFolder,
    workingFolder: io.workingFolder,
  });
  const prepared = await prepareDataDirectory(directory);
  if (!prepared.ok) {
    const { sentence, command } = prepared.failure;
    const message = command === null ? sentence : `${sentence} Run: ${command}`;
    return fail({ exitCode: exitCodes.directoryUnusable, message });
  }
  const accelerated = args.acceleratedClock ?? (await clockOfEndpoints(args.endpoints));
  const clock = accelerated === null ? createSystemClock() : createScaledClock(accelerated);
  const lock = await acquireLock(directory.lockFile, { pid: io.pid, hostName: io.hostName, since: Date.now() });
  if (!lock.ok) return fail({ exitCode: exitCodes.directoryHeld, message: lock.failure.sentence });
  const loaded = await readSettings(args, io, directory);
  const settings = loaded.nested as unknown as Settings;
  const proxy = settings.network.proxy === '' ? succeed(null) : parseProxy(settings.network.proxy);
  if (!proxy.ok) {
    await lock.value[Symbol.asyncDispose]();
    return fail({ exitCode: exitCodes.badArguments, message: proxy.failure });
  }
  const control = args.ipc ? await openControlOf(args, io, directory, clock, accelerated) : null;
  const shown = args.json ? io.stderr : io.stdout;
  const log = openLogger({
    clock: accelerated === null ? clock : createSystemClock(),
    levels: logLevelsFor(args),
    logsFolder: directory.logsFolder,
    console: control === null ? shown : null,
    colour: wantsColour(shown.isTTY === true, io.env),
    keptDays: settings.logging.keepDays,
    ...(control === null ? {} : { onLine: control.noteLine }),
  });
  return succeed(
    await begin({ args, io, directory, clock, lock: lock.value, loaded, settings, proxy: proxy.value, log, control }),
  );
}

/** Loaded only where a console is: nobody else pays for it. Null = there is no channel, and whoever gave the flag can read stdout. */
async function openControlOf(
  { version }: MinerArguments,
  { parent, pid }: ProcessIo,
  { dataFolder }: DataDirectory,
  clock: Clock,
  accelerated: AcceleratedClock | null,
): Promise<Control | null> {
  if (parent === undefined) return null;
  const { openControl } = await import('./control/open-control.ts');
  const wall = createSystemClock();
  return openControl({ parent, dataFolder, about: { version, pid, clock: accelerated }, clock, wall });
}

async function clockOfEndpoints(endpoints: string | null): Promise<AcceleratedClock | null> {
  if (endpoints === null) return null;
  await using http = createTcpHttpDoor({ proxy: null });
  return await readLocalClock(http, endpoints);
}

interface Parts {
  readonly args: MinerArguments;
  readonly io: ProcessIo;
  readonly directory: DataDirectory;
  readonly clock: Clock;
  readonly lock: HeldLock;
  readonly loaded: LoadedSettings;
  readonly settings: Settings;
  readonly proxy: ProxySettings | null;
  readonly log: OpenLogger;
  readonly control: Control | null;
}

async function begin(parts: Parts): Promise<RunningMiner> {
  const { args, io, directory, clock, log, settings, proxy, control } = parts;
  const startedAt = performance.now();
  const base = args.endpoints === null ? defaultProtocolData : protocolDataForOrigin(args.endpoints);
  const [jar, memory, protocol] = await Promise.all([
    readCookies(directory, clock),
    readMemory(directory),
    readProtocol(directory, base),
  ]);
  for (const { problem } of [jar, memory, protocol]) if (problem !== null) log.person(problem);
  const files = openFiles(directory, log);
  const http = createTcpHttpDoor({ proxy });
  const sockets = createTcpSocketDoor({ proxy });
  let current: ProtocolData = protocol.value;
  const reportFact = createFactReporter(log, clock, args.json ? io.stdout : null);
  const miner = createMiner({
    clock,
    random: Math.random,
    http,
    sockets,
    jar: jar.value,
    protocol: () => current,
    settings,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    memory: memory.value,
    onFact(fact) {
      control?.noteFact(fact);
      reportFact(fact);
      react(fact);
    },
    saveMemory: (saved) => files.memory.write(formatMemory(saved)),
    remembered: () => files.memory.settled(),
    saveCookies: (text) => files.cookies.write(text),
    ...(control === null ? {} : { onState: control.noteState, onStanding: control.noteSession }),
    ...traceFor(args, log),
  });
  let exitCode: number = exitCodes.ok;
  const claims = createClaimCount(args.untilClaims);
  function react(fact: Fact): void {
    if (claims.isEnoughAfter(fact)) queueMicrotask(() => miner.post({ kind: 'stopRequested' }));
    if (args.dump && fact.kind === 'campaignsDiscovered') queueMicrotask(() => void dumpAndStop());
    // A dump cannot wait for a login that Twitch refuses or nobody approves.
    if (args.dump && fact.kind === 'signInFailed') {
      exitCode = exitCodes.personNeeded;
      queueMicrotask(() => miner.post({ kind: 'stopRequested' }));
    }
  }

  async function dumpAndStop(): Promise<void> {
    const path = await writeDump(directory, miner, parts.loaded, clock.now());
    log.person(`Wrote ${path}: ids and tokens are masked.`);
    miner.post({ kind: 'stopRequested' });
  }

  const reload = createReload({
    read: () => readSettings(args, io, directory),
    take(again) {
      tellSettings(miner, log, again);
      miner.changeSettings(again.nested as unknown as Settings);
      control?.noteSettings(settingsTakenOf(parts.loaded, again));
      log.info('Settings read again. What needs a restart (proxy, client, socket) takes effect with the next start.');
    },
  });

  const stopOnSignal = (): void => miner.post({ kind: 'stopRequested' });
  if (io.signal.aborted) queueMicrotask(stopOnSignal);
  else io.signal.addEventListener('abort', stopOnSignal, { once: true });
  const subscriptions = [
    io.onReload(() => void reload()),
    io.onPrintState(() => {
      for (const line of describeState(miner.state, clock.now())) log.person(line);
    }),
    watchProtocolFile(directory, base, (stored) => {
      if (stored.problem !== null) {
        log.person(stored.problem);
        return;
      }
      current = stored.value;
      log.info('config/protocol.json changed; it is in use now.');
      miner.post({ kind: 'protocolChanged' });
    }),
  ];
  control?.begin({
    state: () => miner.state,
    post: miner.post,
    describeSession: () => describeSession(miner),
    reloadSettings: reload,
    fetchImage: miner.twitch.image,
    say: log.info,
  });
  tellSettings(miner, log, parts.loaded);
  control?.noteSettings(settingsTakenOf(parts.loaded, parts.loaded));
  miner.start();

  return {
    finished: miner.ended.then(() => exitCode),
    async [Symbol.asyncDispose]() {
      for (const subscription of subscriptions) subscription[Symbol.dispose]();
      const { claimed, confirmedMinutes } = miner.state.totals;
      const requests = Object.values(miner.twitch.counts().requests).reduce((sum, count) => sum + (count ?? 0), 0);
      const wallSeconds = Math.round((performance.now() - startedAt) / 100) / 10;
      const down = (async () => {
        await miner[Symbol.asyncDispose]();
        await Promise.all([http[Symbol.asyncDispose](), sockets[Symbol.asyncDispose]()]);
      })();
      await Promise.race([down, new Promise((resolve) => setTimeout(resolve, farewellMs).unref())]);
      await Promise.all([files.settled(), control?.[Symbol.asyncDispose]()]);
      await parts.lock[Symbol.asyncDispose]();
      if (args.json) {
        io.stdout.write(`${JSON.stringify({ kind: 'summary', claimed, confirmedMinutes, requests, wallSeconds })}\n`);
      }
      log[Symbol.dispose]();
    },
  };
}

function openFiles(directory: DataDirectory, log: OpenLogger) {
  const failed = (path: string) => (error: unknown) =>
    log.person(`${path} could not be written: ${error instanceof Error ? error.message : String(error)}.`);
  const { cookieJarFile, inventoryFile } = directory;
  const cookies = createLatestWriter(
    (text) => writeFileAtomically(cookieJarFile, text, { mode: 0o600 }),
    failed(cookieJarFile),
  );
  const memory = createLatestWriter((text) => writeFileAtomically(inventoryFile, text), failed(inventoryFile));
  return { cookies, memory, settled: () => Promise.all([cookies.settled(), memory.settled()]) };
}
