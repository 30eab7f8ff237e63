import { exitCodeTable, type Outlook, type SupervisedProgram } from './exit-codes.ts';

/** How a program ended, or why it did not begin. */
export type ChildEnd =
  | {
      readonly kind: 'ended';
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly lastLines: readonly string[];
    }
  | { readonly kind: 'startFailed'; readonly code: string | null; readonly detail: string };

/** What an end means to a person, and for the next start. */
export interface ExitMeaning {
  readonly sentence: string;
  readonly outlook: Outlook;
  /** Somebody else ended it. */
  readonly fromOutside: boolean;
}

export function exitMeaning(program: SupervisedProgram, end: ChildEnd): ExitMeaning {
  if (end.kind === 'startFailed') return startFailure(end.code, end.detail);
  const meaning = end.signal !== null ? signalMeaning(end.signal) : codeMeaning(program, end.exitCode);
  return end.exitCode === 0 ? meaning : { ...meaning, sentence: withLastWords(meaning.sentence, end.lastLines) };
}

function codeMeaning(program: SupervisedProgram, exitCode: number | null): ExitMeaning {
  if (exitCode === null) return { sentence: 'It is gone.', outlook: 'restart', fromOutside: false };
  const known = exitCodeTable[program][exitCode];
  if (known !== undefined) {
    const sentence = `It ended with exit code ${exitCode}: ${known.text}.`;
    return { sentence, outlook: known.outlook ?? 'restart', fromOutside: false };
  }
  const signal = signalNames[exitCode - 128];
  if (signal !== undefined) return signalMeaning(signal, exitCode);
  return { sentence: `It ended with exit code ${exitCode}.`, outlook: 'restart', fromOutside: false };
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

const ownFault: Readonly<Record<string, string>> = {
  SIGABRT: 'it gave up on an error of its own, such as memory that ran out',
  SIGSEGV: 'it crashed (memory that it may not touch)',
  SIGBUS: 'it crashed (memory that is not there; a full disk is one cause)',
  SIGILL: 'it crashed (an instruction that this processor does not have)',
  SIGFPE: 'it crashed (a calculation without a result)',
  SIGSYS: 'the system forbade it a call',
  SIGPIPE: 'nobody read what it wrote',
  SIGTRAP: 'it stopped at a trap',
  SIGXCPU: 'it used more CPU time than it may',
  SIGXFSZ: 'it wrote a larger file than it may',
};
const outside: Readonly<Record<string, string>> = {
  SIGKILL: 'somebody killed it, or the system did because memory ran out',
  SIGTERM: 'somebody asked it to end',
  SIGINT: 'somebody interrupted it',
  SIGHUP: 'its terminal was closed, or somebody sent it this signal',
  SIGQUIT: 'somebody interrupted it',
};

function signalMeaning(signal: string, exitCode: number | null = null): ExitMeaning {
  const how = exitCode === null ? `by ${signal}` : `with exit code ${exitCode} (${signal})`;
  const cause = ownFault[signal] ?? outside[signal];
  return {
    sentence: cause === undefined ? `It was ended ${how}.` : `It was ended ${how}: ${cause}.`,
    outlook: 'restart',
    fromOutside: signal in outside,
  };
}

const startFailures: Readonly<Record<string, string>> = {
  ENOENT: 'the program or its working folder is not there',
  ENOTDIR: 'a part of its path, or its working folder, is not a folder',
  EACCES: 'this account may not run it',
  EPERM: 'this account may not run it',
  ENOEXEC: 'the file is not a program for this system',
  E2BIG: 'its arguments and environment are too long',
  EAGAIN: 'the system has no room for another process',
  ENOMEM: 'the system has no memory for another process',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ETXTBSY: 'the program is being written right now',
};

function startFailure(code: string | null, detail: string): ExitMeaning {
  const cause = code === null ? undefined : startFailures[code];
  const sentence = code === null ? detail : `It could not be started (${code}): ${cause ?? detail}.`;
  const named = cause === undefined || detail === '' ? sentence : `${sentence} The system says: ${detail}.`;
  return { sentence: named, outlook: 'restart', fromOutside: false };
}

const maxWordsLength = 400;
/** Lines that say where, not what: the frames of a stack and what runtimes print around it. */
const noise = /^\s*(?:at\s.+|File ".+", line \d+.*|[\^~\s]+|Node\.js v\d.*|Traceback .*:)?\s*$/;

function withLastWords(sentence: string, lines: readonly string[]): string {
  const words = lines
    .filter((line) => !noise.test(line))
    .slice(-2)
    .map((line) => line.trim())
    .join(' / ');
  if (words === '') return sentence;
  const cut = words.length > maxWordsLength ? `${words.slice(0, maxWordsLength)}…` : words;
  return `${sentence} It last said: ${cut}`;
}
