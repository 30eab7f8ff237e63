import { exitCodes } from './exit-codes.ts';

/** The part of `process` that signals arrive at. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
}

export interface SignalOptions {
  /** Default: `process`. */
  readonly source?: SignalSource;
  /** SIGHUP: read the settings again. */
  readonly onReload?: () => void;
  /** SIGUSR1: print the state. */
  readonly onPrintState?: () => void;
  /** Monotonic ms. Default: `performance.now`. */
  readonly nowMs?: () => number;
  /** Ends the process at once. Default: `process.exit`. */
  readonly exit?: (code: number) => void;
}

export interface SignalListener extends Disposable {
  /** Aborted by the first SIGTERM or SIGINT; its reason is an `Interruption`. */
  readonly signal: AbortSignal;
}

/** Why the program stops: someone asked for it. Not a failure. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly signalName: NodeJS.Signals;

  constructor(signalName: NodeJS.Signals) {
    super(`stopped by ${signalName}`);
    this.signalName = signalName;
  }
}

/** One Ctrl-C can arrive twice: from the terminal, and forwarded by npm or by the launcher. */
const samePressMs = 400;

/**
 * Turns the process's signals into calls. SIGTERM and SIGINT abort; the second of them exits with 130 without
 * waiting for anything, unless it comes so fast that no person pressed twice.
 *
 * SIGUSR1 is Node's own for its debugger, until someone listens: a listener alone takes it over. `--disable-sigusr1`
 * must not be given: it blocks the signal, so that no listener hears it.
 */
export function listenForSignals(options: SignalOptions = {}): SignalListener {
  const source = options.source ?? process;
  const exit = options.exit ?? ((code) => process.exit(code));
  const nowMs = options.nowMs ?? (() => performance.now());
  const controller = new AbortController();
  let firstAtMs: number | null = null;
  const stopBy = (name: NodeJS.Signals) => (): void => {
    if (firstAtMs === null) {
      firstAtMs = nowMs();
      controller.abort(new Interruption(name));
    } else if (nowMs() - firstAtMs > samePressMs) exit(exitCodes.interrupted);
  };
  const listeners: readonly (readonly [NodeJS.Signals, () => void])[] = [
    ['SIGTERM', stopBy('SIGTERM')],
    ['SIGINT', stopBy('SIGINT')],
    // Listened to even where nobody asked: by default SIGHUP kills and SIGUSR1 opens a debugger's port.
    ['SIGHUP', () => options.onReload?.()],
    ['SIGUSR1', () => options.onPrintState?.()],
  ];
  for (const [name, listener] of listeners) source.on(name, listener);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const [name, listener] of listeners) source.off(name, listener);
    },
  };
}
