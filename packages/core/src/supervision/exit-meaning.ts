import type { Said, Saying } from '../sayings/saying.ts';
import { isChildCause, sayOfChild } from './child-sayings.ts';
import { exitCodeTable, type Outlook, type SupervisedProgram } from './exit-codes.ts';

/** How a program ended, or why it did not begin. */
export type ChildEnd =
  | {
      readonly kind: 'ended';
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly lastLines: readonly string[];
    }
  | ({ readonly kind: 'startFailed' } & StartFailure);

/** By the system's own code (`ENOENT`); null = `why` says it all. */
export type StartFailure =
  | { readonly code: string; readonly detail: string }
  | { readonly code: null; readonly why: Saying };

/** What an end means to a person, and for the next start. */
export interface ExitMeaning {
  readonly said: Said;
  readonly outlook: Outlook;
  /** Somebody else ended it. */
  readonly fromOutside: boolean;
}

export function exitMeaning(program: SupervisedProgram, end: ChildEnd): ExitMeaning {
  if (end.kind === 'startFailed') return { said: whyNoStart(end), outlook: 'restart', fromOutside: false };
  const meaning = end.signal !== null ? signalMeaning(end.signal) : codeMeaning(program, end.exitCode);
  return end.exitCode === 0 ? meaning : { ...meaning, said: [...meaning.said, ...lastWords(end.lastLines)] };
}

function codeMeaning(program: SupervisedProgram, exitCode: number | null): ExitMeaning {
  if (exitCode === null) return { said: [sayOfChild('child-gone')], outlook: 'restart', fromOutside: false };
  const known = exitCodeTable[program][exitCode];
  if (known !== undefined) {
    const said = [sayOfChild('child-ended-known', { exitCode, cause: known.cause })];
    return { said, outlook: known.outlook ?? 'restart', fromOutside: false };
  }
  const signal = signalNames[exitCode - 128];
  if (signal !== undefined) return signalMeaning(signal, exitCode);
  return { said: [sayOfChild('child-ended', { exitCode })], outlook: 'restart', fromOutside: false };
}

/** What a shell reports as 128 + n. The numbers are the same on every system that matters for those listed. */
const signalNames: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  6: 'SIGABRT',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
};

/** Signals that come from somebody else; any other is of the program's own doing. */
const outside: ReadonlySet<string> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']);

function signalMeaning(signal: string, exitCode: number | null = null): ExitMeaning {
  const values = exitCode === null ? { signal } : { signal, exitCode };
  const code = exitCode === null ? 'child-signalled' : 'child-signalled-code';
  const said = isChildCause(signal)
    ? sayOfChild(`${code}-known`, { ...values, cause: signal })
    : sayOfChild(code, values);
  return { said: [said], outlook: 'restart', fromOutside: outside.has(signal) };
}

function whyNoStart(failure: StartFailure): Said {
  if (failure.code === null) return [failure.why];
  const { code, detail } = failure;
  if (!isChildCause(code)) return [sayOfChild('child-start-failed', { errorCode: code, detail })];
  const known = sayOfChild('child-start-failed-known', { errorCode: code, cause: code });
  return detail === '' ? [known] : [known, sayOfChild('child-system-says', { detail })];
}

const maxWordsLength = 400;
/** Lines that say where, not what: the frames of a stack and what runtimes print around it. */
const noise = /^\s*(?:at\s.+|File ".+", line \d+.*|[\^~\s]+|Node\.js v\d.*|Traceback .*:)?\s*$/;

function lastWords(lines: readonly string[]): Said {
  const words = lines
    .filter((line) => !noise.test(line))
    .slice(-2)
    .map((line) => line.trim())
    .join(' / ');
  if (words === '') return [];
  const cut = words.length > maxWordsLength ? `${words.slice(0, maxWordsLength)}…` : words;
  return [sayOfChild('child-last-said', { words: cut })];
}
