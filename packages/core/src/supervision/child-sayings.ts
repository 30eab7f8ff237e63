import { sayer } from '../sayings/saying.ts';
import { exitCodeCauses } from './exit-codes.ts';

/** What is said of the life of a program that is looked after. `{cause}` is one of `childCauses`. */
export const childSayings = {
  'child-stopped': 'It is stopped, and stays so until it is started.',
  'child-not-enabled': 'It is stopped, and is not started with the console.',
  'child-starting': 'It is starting.',
  'child-ready': 'It is up; nothing was seen of its work yet.',
  'child-running': 'It runs.',
  'child-being-stopped': 'It is being stopped.',
  'child-being-killed': 'It did not end when it was asked to, and is being killed.',
  'child-then-started': 'Then it is started again.',
  'child-started-again': 'It is started again by itself.',
  'child-left-down': 'It is not started again by itself.',
  'child-start-it': 'Start it.',
  'child-mend-it': 'Mend what the sentence names, then start it.',
  'child-silent': 'It has been silent for more than {seconds} s.',
  'child-hangs': 'It was silent for {seconds} s and seems to hang.',
  'child-slow-start': 'It was started {seconds} s ago and has not said that it is up.',
  'child-over-memory': 'It took {megabytes} MB of memory for a minute; {allowedMegabytes} MB are allowed.',
  'child-end-late': 'It did not end within {seconds} s of being asked.',
  'child-ended-asked': 'It ended as it was asked to.',
  'child-killed': 'It did not end within {seconds} s of being asked, and was killed.',
  'child-gone': 'It is gone.',
  'child-ended': 'It ended with exit code {exitCode}.',
  'child-ended-known': 'It ended with exit code {exitCode}: {cause}.',
  'child-signalled': 'It was ended by {signal}.',
  'child-signalled-known': 'It was ended by {signal}: {cause}.',
  'child-signalled-code': 'It was ended with exit code {exitCode} ({signal}).',
  'child-signalled-code-known': 'It was ended with exit code {exitCode} ({signal}): {cause}.',
  'child-quick-ends': 'It ended {count} times in a row within {seconds} s of its start.',
  'child-last-said': 'It last said: {words}',
  'child-start-failed': 'It could not be started ({errorCode}): {detail}.',
  'child-start-failed-known': 'It could not be started ({errorCode}): {cause}.',
  'child-system-says': 'The system says: {detail}.',
} as const;

export type ChildSayingCode = keyof typeof childSayings;

/** Why a program ended or did not begin, to follow a colon: by exit code, by signal, by the system's own code. */
export const childCauses = {
  ...exitCodeCauses,
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
  SIGKILL: 'somebody killed it, or the system did because memory ran out',
  SIGTERM: 'somebody asked it to end',
  SIGINT: 'somebody interrupted it',
  SIGHUP: 'its terminal was closed, or somebody sent it this signal',
  SIGQUIT: 'somebody interrupted it',
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
} as const;

export type ChildCause = keyof typeof childCauses;

export function isChildCause(text: string): text is ChildCause {
  return Object.hasOwn(childCauses, text);
}

export const sayOfChild = sayer(childSayings, (name, value) =>
  name === 'cause' && typeof value === 'string' && isChildCause(value) ? childCauses[value] : String(value),
);
