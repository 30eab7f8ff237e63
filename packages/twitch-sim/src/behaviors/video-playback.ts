import type { World } from '../world/world.ts';
import type { WorldEvent } from '../world/world-event.ts';

/** Seconds since 1970 with a fraction. Protocol 4.5. */
function serverTime(world: World): number {
  return world.now() / 1000;
}

export function streamUp(world: World) {
  return { type: 'stream-up', server_time: serverTime(world), play_delay: 0 };
}

export function streamDown(world: World) {
  return { type: 'stream-down', server_time: serverTime(world) };
}

export function viewcount({ viewers }: Extract<WorldEvent, { kind: 'viewersWereCounted' }>, world: World) {
  return {
    type: 'viewcount',
    server_time: serverTime(world),
    viewers,
    collaboration_status: 'none',
    collaboration_viewers: 0,
    costream_status: '',
    costream_viewers: 0,
  };
}
