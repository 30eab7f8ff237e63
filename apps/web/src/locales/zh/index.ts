import type { Messages } from '../en/index.ts';
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
import { sayings } from './sayings.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';

export const messages: Messages = {
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
  ...sayings,
};
