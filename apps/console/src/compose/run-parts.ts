import type { ConsoleFact } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import { exitCodes } from '@dropwise/runtime';
import { buildServer } from './build-server.ts';
import type { ConsoleEnding } from './console-ending.ts';
import { forgetAddress, listen } from './listen.ts';
import { openCore, reloadByHand } from './open-core.ts';
import type { CannotBegin } from './open-directory.ts';
import { openServices } from './open-services.ts';
import type { Opened } from './opened.ts';

/**
 * Starts everything and listens. Gives back what resolves when it is to end; what was opened is on the stack, which ends the
 * server first, then the children, and the memory last.
 */
export async function runParts(
  opened: Opened,
  news: ConsoleFact | null,
  stack: AsyncDisposableStack,
): Promise<Result<Promise<ConsoleEnding>, CannotBegin>> {
  const { args, io, directory, access, store, log } = opened;
  const { promise: ended, resolve: end } = Promise.withResolvers<ConsoleEnding>();
  const core = await openCore(opened, stack);
  const services = await openServices(opened, core, stack);
  const app = await buildServer(opened, core, services, stack, end);
  const listening = await listen(app, opened.listen, directory);
  if (!listening.ok) return fail({ exitCode: exitCodes.unexpectedFailure, message: listening.failure });
  stack.defer(() => forgetAddress(directory));

  services.tell({ kind: 'consoleStarted', version: args.version, setAside: store.opening.setAside });
  if (news !== null) services.tell(news);
  core.teller.line({ kind: 'ready', url: listening.value });
  log.person(`The console is at ${listening.value}${access.passwordFrom === null ? ' (this machine only)' : ''}`);
  const stop = (): void => end({ kind: 'stopped', exitCode: exitCodes.ok });
  if (io.signal.aborted) stop();
  else io.signal.addEventListener('abort', stop, { once: true });
  stack.use(io.onReload(() => void reloadByHand(core, log)));
  // The port is open: an old child that takes its time to end keeps nobody waiting.
  const begun = core.fleet.begin();
  const failed = begun.then(() => new Promise<never>(() => {}));
  return succeed(
    Promise.race([ended, failed]).finally(() => services.tell({ kind: 'consoleStopped', why: 'it was told to end' })),
  );
}
