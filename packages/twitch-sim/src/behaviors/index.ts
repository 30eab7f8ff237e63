import { availableDrops } from './available-drops.ts';
import type { Behavior } from './behavior.ts';
import { campaignDetails } from './campaign-details.ts';
import { campaigns } from './campaigns.ts';
import { claimDrop } from './claim-drop.ts';
import { currentDrop } from './current-drop.ts';
import { deleteNotification } from './delete-notification.ts';
import { gameDirectory } from './game-directory.ts';
import { inventory } from './inventory.ts';
import { playbackToken } from './playback-token.ts';
import { slugRedirect } from './slug-redirect.ts';
import { streamInfo } from './stream-info.ts';

/** Every persisted operation that the simulator knows. */
export const behaviors: readonly Behavior[] = [
  inventory,
  campaigns,
  campaignDetails,
  gameDirectory,
  slugRedirect,
  streamInfo,
  currentDrop,
  claimDrop,
  availableDrops,
  deleteNotification,
  playbackToken,
];
