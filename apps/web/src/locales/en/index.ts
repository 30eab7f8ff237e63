import { audience } from './audience.ts';
import { campaigns } from './campaigns.ts';
import { channels } from './channels.ts';
import { common } from './common.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { log } from './log.ts';
import { miners } from './miners.ts';
import { now } from './now.ts';
import { plan } from './plan.ts';
import { reasons } from './reasons.ts';
import type { sayings } from './sayings.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';

/**
 * The messages of the page, one file a screen. Keys begin with the file's name; every other language has the same ones, and
 * words for the console's sayings beside them: in English the console says those itself.
 */
export const en = {
  ...common,
  ...shell,
  ...now,
  ...plan,
  ...campaigns,
  ...channels,
  ...history,
  ...audience,
  ...log,
  ...miners,
  ...settings,
  ...help,
  ...setup,
  ...reasons,
} as const;

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey | keyof typeof sayings, string>>;
