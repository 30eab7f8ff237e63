/** Whose exit codes it speaks; named as the console's adapters. */
export type SupervisedProgram = 'dropwise' | 'tdm' | 'rangermix' | 'command';

/** What an end means for the next start. `wait`: something has to pass first, and it will; `useless`: it would end the same way again. */
export type Outlook = 'restart' | 'wait' | 'useless';

interface ExitCodeRow {
  /** Stands after "It ended with exit code 2: ". */
  readonly text: string;
  /** Default: `restart`. */
  readonly outlook?: Outlook;
}
type ExitCodeRows = Readonly<Record<number, ExitCodeRow>>;

const byItself: ExitCodeRow = { text: 'it ended by itself, and nothing was wrong' };

/** What a shell says of a program that it was to run. */
const shell: ExitCodeRows = {
  126: { text: 'the program was found but may not be run', outlook: 'useless' },
  127: { text: 'the program was not found', outlook: 'useless' },
};

/** Of this project: the table in the README. */
const dropwise: ExitCodeRows = {
  ...shell,
  0: byItself,
  1: { text: 'something that nobody foresaw; its log has the details' },
  2: { text: 'its command line does not fit', outlook: 'useless' },
  3: { text: 'another miner holds the data directory', outlook: 'wait' },
  4: { text: 'the data directory cannot be used', outlook: 'useless' },
  5: { text: 'Twitch refused the login, or a person has to act', outlook: 'wait' },
  130: { text: 'it was interrupted a second time while it was shutting down' },
};

/** Protocol, peers 2.2. */
const rangermix: ExitCodeRows = {
  ...shell,
  0: { text: 'it was closed' },
  1: { text: 'a captcha is asked for, or an error that it cannot go on after' },
  4: { text: 'its settings file cannot be read', outlook: 'useless' },
};

/** Protocol, peers 1.2. */
const tdm: ExitCodeRows = {
  ...rangermix,
  2: { text: 'its arguments do not fit', outlook: 'useless' },
  3: { text: 'another one runs in the same folder', outlook: 'wait' },
};

export const exitCodeTable: Readonly<Record<SupervisedProgram, ExitCodeRows>> = {
  dropwise,
  tdm,
  rangermix,
  command: { ...shell, 0: byItself },
};
