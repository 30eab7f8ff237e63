import type { Check } from '../check.ts';
import { catalogueCheck } from './catalogue.ts';
import { clockCheck } from './clock.ts';
import { dataDirectoryCheck } from './data-directory.ts';
import { lockCheck } from './lock.ts';
import { namesCheck } from './names.ts';
import { proxyCheck } from './proxy.ts';
import { settingsCheck } from './settings.ts';
import { socketCheck } from './socket.ts';
import { tokenCheck } from './token.ts';
import { watchAddressCheck } from './watch-address.ts';

/** Every check, in the order it is told. */
export const checks: readonly Check[] = [
  dataDirectoryCheck,
  lockCheck,
  settingsCheck,
  clockCheck,
  proxyCheck,
  namesCheck,
  tokenCheck,
  catalogueCheck,
  socketCheck,
  watchAddressCheck,
];
