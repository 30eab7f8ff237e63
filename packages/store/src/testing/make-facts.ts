import type { AnyFact, NewFact } from '@dropwise/contract';
import type { CampaignId, ChannelId, DropId } from '@dropwise/kit';
import { noon } from './temp-store.ts';

type FactOf<Kind extends AnyFact['kind']> = Extract<AnyFact, { readonly kind: Kind }>;

export function newFact(fact: AnyFact, rest: Partial<Omit<NewFact, 'fact'>> = {}): NewFact {
  return { at: noon, childId: 'miner', key: null, ...rest, fact };
}

const drop = {
  dropId: 'drop-1' as DropId,
  dropName: 'Hat',
  campaignId: 'campaign-1' as CampaignId,
  campaignName: 'Winter',
  gameName: 'Tetris',
};

export function dropClaimed(rest: Partial<FactOf<'dropClaimed'>> = {}): AnyFact {
  return { kind: 'dropClaimed', ...drop, benefitNames: ['Red hat'], attempts: 1, by: 'claim', ...rest };
}

export function minuteConfirmed(rest: Partial<FactOf<'minuteConfirmed'>> = {}): AnyFact {
  return {
    kind: 'minuteConfirmed',
    ...drop,
    minutes: 10,
    requiredMinutes: 60,
    gainedMinutes: 1,
    by: 'socket',
    ...rest,
  };
}

export function minuteEstimated(rest: Partial<FactOf<'minuteEstimated'>> = {}): AnyFact {
  return { kind: 'minuteEstimated', ...drop, estimatedMinutes: 1, ...rest };
}

export function channelChosen(login: string | null, rest: Partial<FactOf<'channelChosen'>> = {}): AnyFact {
  return {
    kind: 'channelChosen',
    channelId: '1' as ChannelId,
    login,
    game: 'Tetris',
    campaignName: 'Winter',
    why: 'it is the best',
    transport: 'spade',
    ...rest,
  };
}

export function channelLeft(login: string | null, why: string | null = 'another is better'): AnyFact {
  return { kind: 'channelLeft', channelId: '1' as ChannelId, login, why };
}

export function channelWentLive(login: string | null, game: string | null = 'Tetris'): AnyFact {
  return { kind: 'channelWentLive', channelId: '1' as ChannelId, login, game };
}

export function channelWentOffline(login: string | null): AnyFact {
  return { kind: 'channelWentOffline', channelId: '1' as ChannelId, login };
}

export function childEnded(): AnyFact {
  return { kind: 'childEnded', exitCode: 1, signal: null, sentence: 'It crashed.', wanted: false, ranMs: 1 };
}
