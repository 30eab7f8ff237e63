import { randomInt } from 'node:crypto';
import type { ConsoleFact } from '@dropwise/contract';
import { type Settings, settingDefinitions } from '@dropwise/core';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import {
  type ConsoleArguments,
  createScaledClock,
  createSystemClock,
  exitCodes,
  loadSettings,
  logLevelsFor,
  type OpenLogger,
  openLogger,
  type ProcessIo,
  wantsColour,
} from '@dropwise/runtime';
import { createDayOf, openStore, type Store, StoreOpenError } from '@dropwise/store';
import { checkTrustedProxies } from './api/guards/peer.ts';
import { openAccess } from './auth/access.ts';
import { checkListen, resolveListenHost } from './auth/check-listen.ts';
import { readTls } from './auth/read-tls.ts';
import { checkFlags } from './compose/check-flags.ts';
import type { ConsoleEnding } from './compose/console-ending.ts';
import { type CannotBegin, type HeldDirectory, openDirectory } from './compose/open-directory.ts';
import type { Opened } from './compose/opened.ts';
import { runParts } from './compose/run-parts.ts';

export interface RunningConsole extends AsyncDisposable {
  readonly finished: Promise<ConsoleEnding>;
}

/**
 * The only place where the console's real parts meet: disk, network, clock, processes. Whatever was opened is closed again.
 * `news`: what happened between an earlier life in this process and this one.
 */
export async function composeConsole(
  args: ConsoleArguments,
  io: ProcessIo,
  news: ConsoleFact | null = null,
): Promise<Result<RunningConsole, CannotBegin>> {
  const flags = checkFlags(args.settings);
  if (!flags.ok) return refuse(flags.failure);
  const held = await openDirectory(args, io);
  if (!held.ok) return held;
  await using stack = new AsyncDisposableStack();
  stack.use(held.value.lock);
  const opened = await openParts(args, io, held.value, stack);
  if (!opened.ok) return opened;
  const running = await runParts(opened.value, news, stack);
  if (!running.ok) return running;
  const parts = stack.move();
  return succeed({ finished: running.value, [Symbol.asyncDispose]: () => parts.disposeAsync() });
}

/** What must be there before anything is served, each checked with a sentence of its own. */
async function openParts(
  args: ConsoleArguments,
  io: ProcessIo,
  { directory }: HeldDirectory,
  stack: AsyncDisposableStack,
): Promise<Result<Opened, CannotBegin>> {
  const clock = createSystemClock();
  const now = Date.now();
  const flags = args.settings;
  const loaded = await loadSettings({
    path: directory.settingsFile,
    definitions: settingDefinitions,
    env: io.env,
    flags,
    now,
  });
  const settings = loaded.nested as unknown as Settings;
  const { host, port, basePath, trustedProxies, tlsCertFile, tlsKeyFile } = settings.console;
  const proxies = checkTrustedProxies(trustedProxies);
  if (!proxies.ok) return refuse(proxies.failure);
  const tls = await readTls({ certFile: tlsCertFile, keyFile: tlsKeyFile }, now);
  if (!tls.ok) return refuse(tls.failure);

  const log = stack.use(openConsoleLog(args, io, settings, clock, directory.logsFolder));
  const screen = stack.use(openConsoleLog(args, io, settings, clock, null));
  const sessionDays = { current: () => settings.console.sessionDays };
  const access = await openAccess({
    path: directory.accessFile,
    env: io.env,
    clock,
    sessionDays: () => sessionDays.current(),
    onProblem: (sentence) => log.person(sentence),
  });
  if (!access.ok) return refuse(access.failure);
  stack.use(access.value);
  for (const notice of access.value.notices) log.person(notice);
  const addresses = await resolveListenHost(host);
  const allowed = checkListen({ host, addresses, passwordSet: access.value.passwordFrom !== null });
  if (!allowed.ok) return refuse(allowed.failure, exitCodes.personNeeded);

  const store = await openMemory(directory.databaseFile, settings);
  if (!store.ok) return refuse(store.failure, exitCodes.directoryUnusable);
  stack.defer(() => store.value[Symbol.dispose]());
  if (store.value.opening.problem !== null) log.person(store.value.opening.problem);
  for (const warning of tls.value?.warnings ?? []) log.person(warning);
  return succeed({
    args,
    io,
    directory,
    clock,
    minerClock: args.acceleratedClock === null ? clock : createScaledClock(args.acceleratedClock),
    random: () => randomInt(2 ** 32) / 2 ** 32,
    log,
    screen,
    access: access.value,
    sessionDays,
    store: store.value,
    dayOf: createDayOf(settings.mining.timeZone),
    tls: tls.value,
    listen: { host, addresses, port, basePath, isTls: tls.value !== null },
    trustedProxies,
  });
}

function openConsoleLog(
  args: ConsoleArguments,
  io: ProcessIo,
  settings: Settings,
  clock: Clock,
  logsFolder: string | null,
): OpenLogger {
  const outlet = args.json ? io.stderr : io.stdout;
  return openLogger({
    clock,
    levels: logLevelsFor(args),
    logsFolder,
    name: 'console',
    console: outlet,
    colour: wantsColour(outlet.isTTY === true, io.env),
    keptDays: settings.logging.keepDays,
  });
}

async function openMemory(path: string, settings: Settings): Promise<Result<Store, string>> {
  try {
    return succeed(await openStore({ path, now: Date.now, timeZone: settings.mining.timeZone }));
  } catch (error) {
    if (error instanceof StoreOpenError) return fail(error.message);
    throw error;
  }
}

function refuse(message: string, exitCode: number = exitCodes.badArguments): Result<never, CannotBegin> {
  return fail({ exitCode, message });
}
