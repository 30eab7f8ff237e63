import { wordsFor } from '../drops/given-up.ts';
import { inventoryPageUrl } from '../mining/claims.ts';
import { formatSpan } from './format-span.ts';
import type { NotableFact } from './notable-fact.ts';
import { type Note, type NoteSource, sentences, titleFor } from './note.ts';
import { isWantedCampaign, type WantSettings } from './wanted-campaign.ts';

export interface RuleContext {
  readonly source: NoteSource;
  /** When the fact was seen, on the clock of whoever saw it: what its own instants are compared with. */
  readonly at: number;
  readonly wants: WantSettings;
}

type Of<Kind extends NotableFact['kind']> = Extract<NotableFact, { readonly kind: Kind }>;

/**
 * What a fact that stands for itself tells a person; null = nothing. What begins and ends (login, counting, a miner that
 * is down) is followed by `stepTroubles`.
 */
export function noteOf(fact: NotableFact, context: RuleContext): Note | null {
  switch (fact.kind) {
    case 'dropClaimed':
      return claimed(fact, context);
    case 'campaignAppeared':
      return campaignFound(fact, context);
    case 'claimHandedOver':
      return claimByHand(fact, context);
    case 'dropGivenUp':
      return givenUp(fact, context);
    case 'reasonRaised':
      return fact.code === 'must-at-risk' ? mustAtRisk(fact, context) : null;
    case 'updateFound':
      return note('updateFound', [fact.version], {
        title: `Dropwise ${fact.version} is there`,
        text: `A newer version of Dropwise can be had: ${fact.version}.`,
        link: fact.link,
      });
    case 'backupFailed':
      return note('backupFailed', [], {
        title: 'A backup failed',
        text: sentences(`No backup could be made: ${fact.problem}`),
        link: null,
      });
    default:
      return null;
  }
}

function claimed(fact: Of<'dropClaimed'>, { source }: RuleContext): Note {
  const drop = fact.dropName ?? 'a drop';
  const benefits = (fact.benefitNames ?? []).filter((name) => name !== drop);
  return note('dropClaimed', [source.id, fact.dropId ?? drop, fact.campaignId ?? fact.campaignName], {
    title: titleFor(source, `Claimed: ${drop}`),
    text: sentences(
      `${upper(drop)}${ofCampaign(fact)} is claimed`,
      benefits.length === 0 ? null : `You got ${wordsFor(benefits)}`,
    ),
    link: inventoryPageUrl,
  });
}

function campaignFound(fact: Of<'campaignAppeared'>, { source, at, wants }: RuleContext): Note | null {
  const { campaignId, campaignName, gameName, startsAt, endsAt } = fact;
  if (endsAt !== null && endsAt <= at) return null;
  const name = campaignName ?? 'a campaign';
  const named = { id: campaignId ?? '', name: campaignName ?? '', game: { name: gameName ?? '' } };
  const isAhead = startsAt !== null && startsAt > at;
  const found = note('campaignFound', [source.id, campaignId ?? name, gameName], {
    title: titleFor(source, gameName === null ? `New campaign: ${name}` : `New campaign for ${gameName}`),
    text: sentences(
      `${upper(name)}${gameName === null ? '' : ` (${gameName})`} ${isAhead ? `starts in ${formatSpan(startsAt - at)}` : 'was found'}`,
      endsAt === null ? null : `It ends in ${formatSpan(endsAt - at)}`,
    ),
    link: 'https://www.twitch.tv/drops/campaigns',
  });
  return { ...found, wanted: isWantedCampaign(named, wants) };
}

function claimByHand(fact: Of<'claimHandedOver'>, { source }: RuleContext): Note {
  const drop = fact.dropName ?? 'a drop';
  return note('claimByHand', [source.id, fact.dropId ?? drop, fact.campaignId ?? fact.campaignName], {
    title: titleFor(source, `Claim it yourself: ${drop}`),
    text: `You earned ${drop}${ofCampaign(fact)}, but Twitch lets only you claim it. Claim it on Twitch’s own page.`,
    link: fact.link ?? inventoryPageUrl,
  });
}

function givenUp(fact: Of<'dropGivenUp'>, { source }: RuleContext): Note {
  const drop = fact.dropName ?? 'a drop';
  const instead = fact.forCampaignNames === null ? null : `Its time goes to ${wordsFor(fact.forCampaignNames)}`;
  return note('dropGivenUp', [source.id, fact.dropId ?? drop, fact.campaignId ?? fact.campaignName], {
    title: titleFor(source, `Given up: ${drop}`),
    text: sentences(`${upper(drop)}${ofCampaign(fact)} will not be earned as things stand`, instead),
    link: null,
  });
}

function mustAtRisk(fact: Of<'reasonRaised'>, { source }: RuleContext): Note {
  const { drop, campaign } = fact.detail ?? {};
  return note('mustAtRisk', [source.id, drop ?? null, campaign ?? null], {
    title: titleFor(source, `At risk: ${drop ?? 'a must'}`),
    text: sentences(fact.sentence ?? 'A drop that you called a must may not be finished in time', fact.todo),
    link: null,
  });
}

function note(
  rule: Note['rule'],
  about: readonly (string | null)[],
  words: Pick<Note, 'title' | 'text' | 'link'>,
): Note {
  return { key: JSON.stringify([rule, ...about]), rule, of: null, wanted: true, ...words };
}

function ofCampaign(fact: { readonly campaignName: string | null; readonly gameName: string | null }): string {
  const names = [fact.campaignName, fact.gameName].filter((name) => name !== null);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
