import * as v from 'valibot';
import { filledText } from '../../parsing/fields.ts';
import { defineTopic, type TopicReading } from '../topic-reader.ts';

/** Types that mean "a reward waits in the inventory". Protocol 4.5. */
const rewardTypes = ['user_drop_reward_reminder_notification', 'quests_viewer_reward_campaign_earned_emote'];

const schema = v.object({ data: v.object({ notification: v.object({ id: filledText, type: filledText }) }) });

/** `onsite-notifications.<user id>`. */
export const onsiteNotifications = defineTopic({
  'create-notification': (message, read): TopicReading =>
    read(schema, message, ({ data: { notification } }) => ({
      kind: 'notificationCreated',
      notificationId: notification.id,
      notificationType: notification.type,
      isDropReward: rewardTypes.includes(notification.type),
    })),
});
