import type { BenefitKind } from '../../drops/campaign.ts';
import { type MiningSettings, miningModes } from '../../mining/settings.ts';
import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { booleanKind, choiceKind, nameListKind, wholeNumberKind } from '../kinds.ts';

/** What is mined, and in which order. */
export type MiningGroup = Pick<
  MiningSettings,
  'mode' | 'priority' | 'exclude' | 'benefits' | 'badgesAndEmotesUnlinked' | 'seed'
>;

export const miningDefinitions: DefinitionsOf<MiningGroup> = {
  mode: defineSetting({
    key: 'mining.mode',
    doc: 'How wanted games are ranked: only your list, what ends first, what has the least time to spare, or by chance. Listed games always come first.',
    default: 'ending_soonest',
    ...choiceKind(miningModes),
  }),
  priority: defineSetting({
    key: 'mining.priority',
    doc: 'Game names, most wanted first. Upper and lower case do not matter.',
    default: [],
    ...nameListKind,
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
};

function benefitSetting(kind: BenefitKind, doc: string): ReturnType<typeof defineSetting<boolean>> {
  return defineSetting({ key: `mining.benefits.${kind}`, doc, default: true, ...booleanKind });
}
