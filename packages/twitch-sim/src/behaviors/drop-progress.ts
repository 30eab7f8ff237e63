import type { WorldEvent } from '../world/world-event.ts';

/** A minute was credited. Protocol 4.5. */
export function dropProgress(event: Extract<WorldEvent, { kind: 'dropProgressed' }>) {
  return {
    type: 'drop-progress',
    data: {
      drop_id: event.dropId,
      channel_id: event.channelId,
      current_progress_min: event.minutes,
      required_progress_min: event.requiredMinutes,
    },
  };
}
