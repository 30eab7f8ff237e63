/** What a person can be told of, and ask to be left alone with, one by one. */
export const notificationRuleIds = [
  'dropClaimed',
  'campaignFound',
  'claimByHand',
  'loginNeeded',
  'notCounting',
  'dropGivenUp',
  'mustAtRisk',
  'minerDown',
  'recovered',
  'updateFound',
  'backupFailed',
] as const;
export type NotificationRuleId = (typeof notificationRuleIds)[number];

export type NotificationTone = 'good' | 'plain' | 'bad';

export interface NotificationRule {
  readonly name: string;
  /** When it speaks, in a sentence. */
  readonly doc: string;
  readonly tone: NotificationTone;
  /** Needs a person at once: sent in quiet hours too, without waiting for what may come with it. */
  readonly urgent: boolean;
  /** Whether a new channel has it. */
  readonly usual: boolean;
  /** What happened, counted: `3 drops claimed`. */
  readonly one: string;
  readonly many: string;
}

/** The one table that rules, forms and documentation are made of. */
export const notificationRules: Readonly<Record<NotificationRuleId, NotificationRule>> = {
  dropClaimed: {
    name: 'Drop claimed',
    doc: 'A drop was claimed.',
    tone: 'good',
    urgent: false,
    usual: true,
    one: 'drop claimed',
    many: 'drops claimed',
  },
  campaignFound: {
    name: 'Campaign found',
    doc: 'A campaign appeared that was not known before: any, or only those you want.',
    tone: 'plain',
    urgent: false,
    usual: true,
    one: 'campaign found',
    many: 'campaigns found',
  },
  claimByHand: {
    name: 'Claim by hand',
    doc: 'A drop is earned, and Twitch lets only you claim it.',
    tone: 'bad',
    urgent: false,
    usual: true,
    one: 'drop to claim by hand',
    many: 'drops to claim by hand',
  },
  loginNeeded: {
    name: 'Login needed',
    doc: 'Nobody is signed in to Twitch, or Twitch ended the session.',
    tone: 'bad',
    urgent: true,
    usual: true,
    one: 'login needed',
    many: 'logins needed',
  },
  notCounting: {
    name: 'Not counting',
    doc: 'Something is watched, and Twitch has counted nothing for notifications.uncountedMinutes.',
    tone: 'bad',
    urgent: true,
    usual: true,
    one: 'miner that nothing counts for',
    many: 'miners that nothing counts for',
  },
  dropGivenUp: {
    name: 'Drop given up',
    doc: 'A drop that you asked for is not planned for any more.',
    tone: 'bad',
    urgent: false,
    usual: true,
    one: 'drop given up',
    many: 'drops given up',
  },
  mustAtRisk: {
    name: 'Must at risk',
    doc: 'A drop that you called a must may not be finished in time.',
    tone: 'bad',
    urgent: false,
    usual: true,
    one: 'must at risk',
    many: 'musts at risk',
  },
  minerDown: {
    name: 'Miner down',
    doc: 'A miner has been down for five minutes, or is not started any more.',
    tone: 'bad',
    urgent: true,
    usual: true,
    one: 'miner down',
    many: 'miners down',
  },
  recovered: {
    name: 'Recovered',
    doc: 'What you were told of is well again: login, counting, a miner that was down.',
    tone: 'good',
    urgent: false,
    usual: true,
    one: 'recovery',
    many: 'recoveries',
  },
  updateFound: {
    name: 'Update found',
    doc: 'There is a newer version of Dropwise; only where updates.check is on.',
    tone: 'plain',
    urgent: false,
    usual: true,
    one: 'update found',
    many: 'updates found',
  },
  backupFailed: {
    name: 'Backup failed',
    doc: 'A backup could not be made.',
    tone: 'bad',
    urgent: false,
    usual: true,
    one: 'backup that failed',
    many: 'backups that failed',
  },
};
