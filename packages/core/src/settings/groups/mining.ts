import type { BenefitKind } from '../../drops/campaign.ts';
import { type MiningSettings, miningModes } from '../../mining/settings.ts';
import { planGoals, wishes } from '../../planning/wish.ts';
import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { booleanKind, choiceKind, nameListKind, nameMapKind, wholeNumberKind } from '../kinds.ts';
import { pausedHoursKind, timeZoneKind } from '../time-kinds.ts';

/** What is mined, and in which order. */
export type MiningGroup = Pick<
  MiningSettings,
  | 'mode'
  | 'priority'
  | 'wishes'
  | 'planGoal'
  | 'exclude'
  | 'benefits'
  | 'badgesAndEmotesUnlinked'
  | 'seed'
  | 'pausedHours'
  | 'timeZone'
>;

export const miningDefinitions: DefinitionsOf<MiningGroup> = {
  mode: defineSetting({
    key: 'mining.mode',
    doc: 'What decides what is watched. `plan` plans two weeks ahead for the most drops, by your wishes. The others rank games: only your list, what ends first, what has the least time to spare, or by chance; listed games come first.',
    default: 'plan',
    ...choiceKind(miningModes),
  }),
  priority: defineSetting({
    key: 'mining.priority',
    doc: 'Game names, most wanted first. Upper and lower case do not matter.',
    default: [],
    ...nameListKind,
  }),
  wishes: {
    games: defineSetting({
      key: 'mining.wishes.games',
      doc: 'How much you want each game, by name: must (never given up for a want), want, fill (only in time that nothing else needs) or never. Unnamed games are want when they are on your priority list or there is none, else fill.',
      default: {},
      ...nameMapKind(wishes),
    }),
    campaigns: defineSetting({
      key: 'mining.wishes.campaigns',
      doc: 'The same for single campaigns, by id or exact name. Stands above the wish for its game.',
      default: {},
      ...nameMapKind(wishes),
    }),
    drops: defineSetting({
      key: 'mining.wishes.drops',
      doc: 'The same for single drops, by id. Stands above the wishes for its campaign and game. Exclusions stand above every wish.',
      default: {},
      ...nameMapKind(wishes),
    }),
  },
  planGoal: defineSetting({
    key: 'mining.planGoal',
    doc: 'What the plan makes the most of: drops, or campaigns that are finished.',
    default: 'drops',
    ...choiceKind(planGoals),
  }),
  exclude: {
    games: defineSetting({
      key: 'mining.exclude.games',
      doc: 'Game names that are never mined.',
      default: [],
      ...nameListKind,
    }),
    campaigns: defineSetting({
      key: 'mining.exclude.campaigns',
      doc: 'Campaigns that are never mined, by id or exact name.',
      default: [],
      ...nameListKind,
    }),
    drops: defineSetting({
      key: 'mining.exclude.drops',
      doc: 'Drops that are never mined, by id.',
      default: [],
      ...nameListKind,
    }),
    keywords: defineSetting({
      key: 'mining.exclude.keywords',
      doc: 'Parts of names: a campaign or drop whose name contains one is never mined.',
      default: [],
      ...nameListKind,
    }),
  },
  benefits: {
    DIRECT_ENTITLEMENT: benefitSetting('DIRECT_ENTITLEMENT', 'Mine rewards that go straight to the game account.'),
    BADGE: benefitSetting('BADGE', 'Mine chat badges.'),
    EMOTE: benefitSetting('EMOTE', 'Mine emotes.'),
    CODE: benefitSetting('CODE', 'Mine rewards that come as a code.'),
    UNKNOWN: benefitSetting('UNKNOWN', 'Mine rewards of kinds that Twitch added since.'),
  },
  badgesAndEmotesUnlinked: defineSetting({
    key: 'mining.badgesAndEmotesUnlinked',
    doc: 'Mine badges and emotes also where no game account is linked: they need none.',
    default: true,
    ...booleanKind,
  }),
  seed: defineSetting({
    key: 'mining.seed',
    doc: 'Decides the order of mode random; the same number gives the same order.',
    default: 1,
    ...wholeNumberKind(0, 4_294_967_295),
  }),
  pausedHours: defineSetting({
    key: 'mining.pausedHours',
    doc: 'When nothing is mined: `22:00-07:00` every night, `Mon-Fri 09:00-17:00`, `Sat,Sun 00:00-24:00`. Hours that pass midnight belong to the day they begin on. In variables and flags “;” stands between entries.',
    default: [],
    ...pausedHoursKind,
  }),
  timeZone: defineSetting({
    key: 'mining.timeZone',
    doc: 'Time zone of the paused hours, such as Europe/Berlin; nothing is the machine’s own.',
    default: '',
    ...timeZoneKind,
  }),
};

function benefitSetting(kind: BenefitKind, doc: string): ReturnType<typeof defineSetting<boolean>> {
  return defineSetting({ key: `mining.benefits.${kind}`, doc, default: true, ...booleanKind });
}
