import { chooseDataDirectory, createSystemClock, exitCodes, type ProcessIo } from '@dropwise/runtime';
import { createTcpHttpDoor, createTcpSocketDoor, type ProxySettings } from '@dropwise/twitch';
import { checks } from './doctor/checks/index.ts';
import { doctorHelp, parseDoctorArguments } from './doctor/doctor-arguments.ts';
import { type OpenDoors, openContext } from './doctor/open-context.ts';
import { createReporter } from './doctor/report.ts';
import { runChecks } from './doctor/run-checks.ts';

/** Scripts read it: something works only after a person has mended it. */
const needsMendingCode = 1;
const checksAtOnce = 4;
/** Longer than any single request of a check takes. */
const checkTimeoutMs = 20_000;

/**
 * `dropwise doctor`: looks at everything that a miner needs, beside a running one if need be. Resolves with the exit
 * code: 0 all is well, 1 something needs mending, 2 bad flags.
 */
export async function runDoctor(args: string[], io: ProcessIo): Promise<number> {
  const parsed = parseDoctorArguments(args);
  if (!parsed.ok) {
    io.stderr.write(`${parsed.failure} See "dropwise help doctor".\n`);
    return exitCodes.badArguments;
  }
  const { dataDir, endpoints, json, help } = parsed.value;
  if (help) {
    io.stdout.write(doctorHelp);
    return exitCodes.ok;
  }
  const { env, homeFolder, workingFolder } = io;
  const directory = chooseDataDirectory({ flag: dataDir, env, homeFolder, workingFolder });
  await using context = await openContext({ directory, endpoints, io, clock: createSystemClock(), openDoors });
  const reporter = createReporter(io.stdout, json);
  const limits = {
    atOnce: checksAtOnce,
    timeoutMs: checkTimeoutMs * context.settings.network.connectionQuality,
  };
  try {
    await runChecks(checks, context, limits, io.signal, reporter.tell);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    io.stderr.write('Stopped before everything was looked at.\n');
    return exitCodes.unexpectedFailure;
  }
  reporter.close();
  return reporter.needsMending ? needsMendingCode : exitCodes.ok;
}

function openDoors(proxy: ProxySettings | null): OpenDoors {
  const http = createTcpHttpDoor({ proxy });
  const sockets = createTcpSocketDoor({ proxy });
  return {
    http,
    sockets,
    async [Symbol.asyncDispose]() {
      await Promise.all([http[Symbol.asyncDispose](), sockets[Symbol.asyncDispose]()]);
    },
  };
}
