import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { wholeNumberKind } from '../kinds.ts';
import { pausedHoursKind } from '../time-kinds.ts';

/** What holds for every notification; the channels themselves are kept apart, because they hold secrets. */
export interface NotificationsGroup {
  readonly quietHours: readonly string[];
  readonly repeatMinutes: number;
  readonly uncountedMinutes: number;
}

export const notificationsDefinitions: DefinitionsOf<NotificationsGroup> = {
  quietHours: defineSetting({
    key: 'notifications.quietHours',
    doc: 'Hours in which nothing is sent but what needs you at once; the rest follows afterwards in one message. Written as mining.pausedHours are, in the time zone of mining.timeZone.',
    default: [],
    ...pausedHoursKind,
  }),
  repeatMinutes: defineSetting({
    key: 'notifications.repeatMinutes',
    doc: 'The same message about the same thing is not sent again within so many minutes.',
    default: 60,
    ...wholeNumberKind(1, 10_080),
  }),
  uncountedMinutes: defineSetting({
    key: 'notifications.uncountedMinutes',
    doc: 'How long Twitch may count nothing while something is watched before you are told.',
    default: 30,
    ...wholeNumberKind(5, 1_440),
  }),
};
