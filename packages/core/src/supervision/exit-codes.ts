/** Whose exit codes it speaks; named as the console's adapters. */
export type SupervisedProgram = 'dropwise' | 'tdm' | 'rangermix' | 'command';

/** What an end means for the next start. `wait`: something has to pass first, and it will; `useless`: it would end the same way again. */
export type Outlook = 'restart' | 'wait' | 'useless';

/** What exit codes mean, to stand after "It ended with exit code 2: ". */
export const exitCodeCauses = {
  'by-itself': 'it ended by itself, and nothing was wrong',
  'may-not-run': 'the program was found but may not be run',
  'not-found': 'the program was not found',
  unforeseen: 'something that nobody foresaw; its log has the details',
  'command-line': 'its command line does not fit',
  'directory-held': 'another miner holds the data directory',
  'directory-unusable': 'the data directory cannot be used',
  'login-refused': 'Twitch refused the login, or a person has to act',
  'interrupted-twice': 'it was interrupted a second time while it was shutting down',
  closed: 'it was closed',
  'captcha-or-error': 'a captcha is asked for, or an error that it cannot go on after',
  'settings-unreadable': 'its settings file cannot be read',
  arguments: 'its arguments do not fit',
  'folder-taken': 'another one runs in the same folder',
} as const;

interface ExitCodeRow {
  readonly cause: keyof typeof exitCodeCauses;
  /** Default: `restart`. */
  readonly outlook?: Outlook;
}
type ExitCodeRows = Readonly<Record<number, ExitCodeRow>>;

const byItself: ExitCodeRow = { cause: 'by-itself' };

/** What a shell says of a program that it was to run. */
const shell: ExitCodeRows = {
  126: { cause: 'may-not-run', outlook: 'useless' },
  127: { cause: 'not-found', outlook: 'useless' },
};

/** Of this project: the table in the README. */
const dropwise: ExitCodeRows = {
  ...shell,
  0: byItself,
  1: { cause: 'unforeseen' },
  2: { cause: 'command-line', outlook: 'useless' },
  3: { cause: 'directory-held', outlook: 'wait' },
  4: { cause: 'directory-unusable', outlook: 'useless' },
  5: { cause: 'login-refused', outlook: 'wait' },
  130: { cause: 'interrupted-twice' },
};

/** Protocol, peers 2.2. */
const rangermix: ExitCodeRows = {
  ...shell,
  0: { cause: 'closed' },
  1: { cause: 'captcha-or-error' },
  4: { cause: 'settings-unreadable', outlook: 'useless' },
};

/** Protocol, peers 1.2. */
const tdm: ExitCodeRows = {
  ...rangermix,
  2: { cause: 'arguments', outlook: 'useless' },
  3: { cause: 'folder-taken', outlook: 'wait' },
};

export const exitCodeTable: Readonly<Record<SupervisedProgram, ExitCodeRows>> = {
  dropwise,
  tdm,
  rangermix,
  command: { ...shell, 0: byItself },
};
