import type { World } from '../world/world.ts';
import type { WorldEvent } from '../world/world-event.ts';

/** A drop's requirement is met. Protocol 4.5. */
export function dropClaimEvent(event: Extract<WorldEvent, { kind: 'dropBecameReady' }>, world: World) {
  const drop = world.campaigns.findDrop(event.dropId);
  return {
    type: 'drop-claim',
    data: {
      drop_id: event.dropId,
      drop_instance_id: drop === undefined ? null : world.dropInstanceIdOf(drop),
      channel_id: event.channelId,
    },
  };
}
