import { sayer } from '@dropwise/core';

/** Why a program cannot be started as its definition says, and what to change in it. */
export const prepareSayings = {
  'prepare-file-missing': '{path} must be a file, but it is not there. Correct the path in the command of the child.',
  'prepare-file-unseen':
    '{path} must be a file, but the system answered: {detail}. Correct the path in the command of the child.',
  'prepare-no-file': '{path} must be a file, but is something else. Correct the path.',
  'prepare-unreadable': '{path} must be readable for this account, but is not.',
  'prepare-not-executable': '{path} must be executable, but is not. Allow it: {command}',
  'prepare-not-on-path':
    'The program {program} was expected in one of the folders of PATH, but is in none. Give its whole path.',
  'prepare-no-command-or-log':
    'A command or a log file was expected, but the definition has neither. Give the program to start.',
  'prepare-no-command-or-url':
    'A command or a url was expected, but the definition has neither. Give python with the path of its main.py, or where it runs: {url}.',
  'prepare-tdm-no-command':
    'TDM needs a command, but there is none. Give its executable, its AppImage, or python with the path of its main.py.',
  'prepare-tdm-no-log':
    'Where {program} keeps its log.txt cannot be told from its name. Give its whole path, or the path of the log as logFile.',
  'prepare-tdm-no-display':
    'TDM opens a window and needs a display, but neither DISPLAY nor WAYLAND_DISPLAY is set. Set one in the env of the child, or put xvfb-run before its command.',
  'prepare-no-miner': 'The miner is expected at {path}, and nothing can be read there. Install Dropwise again.',
  'prepare-called-off': 'It was stopped before it was started.',
  'prepare-failed': 'It could not be prepared: {detail}',
} as const;

export const sayOfPrepare = sayer(prepareSayings);
