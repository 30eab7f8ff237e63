import { type ConsoleOptions, type RunningConsole, startConsole } from '../e2e/console.ts';
import { type LocalTwitch, type LocalTwitchOptions, startLocalTwitch } from '../e2e/local-twitch.ts';
import { makeFolder } from '../e2e/processes.ts';

/** A Twitch of our own, a miner on it, and the console whose page is looked at. */
export interface Dashboard extends AsyncDisposable {
  readonly twitch: LocalTwitch;
  readonly console: RunningConsole;
  readonly folder: string;
  /** Of a screen: `''` is the first one. */
  at(address: string): string;
}

export interface DashboardOptions extends ConsoleOptions {
  readonly twitch?: LocalTwitchOptions;
  /** What the data directory holds before the console begins. */
  readonly prepare?: (folder: string) => Promise<void>;
}

export async function startDashboard({
  twitch: world = {},
  prepare,
  ...options
}: DashboardOptions = {}): Promise<Dashboard> {
  const stack = new AsyncDisposableStack();
  try {
    const { path: folder } = stack.use(await makeFolder());
    const twitch = stack.use(await startLocalTwitch(world));
    await prepare?.(folder);
    const console = stack.use(await startConsole(twitch, folder, options));
    return {
      twitch,
      console,
      folder,
      at: (address) => new URL(address, console.url).href,
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}
