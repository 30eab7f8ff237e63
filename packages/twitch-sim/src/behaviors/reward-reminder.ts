import type { World } from '../world/world.ts';
import type { WorldEvent } from '../world/world-event.ts';
import { isoOf } from './campaign-shapes.ts';

/** The notification that a met drop waits. Protocol 4.5. */
export function rewardReminder(event: Extract<WorldEvent, { kind: 'rewardReminderCreated' }>, world: World) {
  const at = isoOf(world.now());
  const body = `Your reward ${world.campaigns.findDrop(event.dropId)?.definition.name ?? ''} is waiting.`;
  const url = 'https://www.twitch.tv/inventory';
  return {
    type: 'create-notification',
    data: {
      summary: { unseen_view_count: 1, last_seen_at: at, viewer_unread_count: 1, creator_unread_count: 0 },
      notification: {
        user_id: world.userId,
        id: event.notificationId,
        body,
        body_md: body,
        type: 'user_drop_reward_reminder_notification',
        render_style: 'DEFAULT',
        thumbnail_url: 'https://static-cdn.jtvnw.net/sim/benefit/reminder.png',
        actions: [{ id: 'CTA', type: 'click', url, modal_id: '', body: 'Open', label: 'CTA' }],
        created_at: at,
        updated_at: at,
        read: false,
        display_type: 'VIEWER',
        category: 'transactional',
        mobile_destination_type: 'ExternalLink',
        mobile_destination_key: url,
      },
      persistent: true,
      toast: false,
      display_type: 'VIEWER',
    },
  };
}
