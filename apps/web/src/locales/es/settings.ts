import type { settings as en } from '../en/settings.ts';
import { settingChoices } from './settings/choices.ts';
import { settingExplanations } from './settings/explanations.ts';
import { settingsForm } from './settings/form.ts';
import { settingLabels } from './settings/labels.ts';
import { notificationWords } from './settings/notification-words.ts';
import { settingsNotifications } from './settings/notifications.ts';
import { settingsOwner } from './settings/owner.ts';
import { settingWarningWords } from './settings/warnings.ts';

export const settings: Record<keyof typeof en, string> = {
  ...settingsForm,
  ...settingLabels,
  ...settingExplanations,
  ...settingChoices,
  ...settingWarningWords,
  ...settingsNotifications,
  ...notificationWords,
  ...settingsOwner,
};
