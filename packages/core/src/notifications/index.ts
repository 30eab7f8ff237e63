export {
  composeMessage,
  type NotificationMessage,
  type Subscription,
} from './compose-message.ts';
export { isNotable, type NotableFact } from './notable-fact.ts';
export type { Note, NoteSource } from './note.ts';
export { parseNotificationState } from './parse-notification-state.ts';
export {
  type NotificationRule,
  type NotificationRuleId,
  type NotificationTone,
  notificationRuleIds,
  notificationRules,
} from './rule.ts';
export { type NotificationState, noNotifications } from './state.ts';
export {
  type NoteBatch,
  type NotificationInput,
  type NotificationSettings,
  type NotificationStep,
  stepNotifications,
} from './step-notifications.ts';
export { isWantedCampaign, type WantSettings } from './wanted-campaign.ts';
