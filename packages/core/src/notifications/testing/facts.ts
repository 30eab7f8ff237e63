import { campaignId, channelId, dropId } from '@dropwise/kit';
import type { NotableFact } from '../notable-fact.ts';

type Of<Kind extends NotableFact['kind']> = Extract<NotableFact, { readonly kind: Kind }>;

const names = {
  dropId: dropId('drop-1'),
  dropName: 'Rusty Key',
  campaignId: campaignId('campaign-1'),
  campaignName: 'Spring Week',
  gameName: 'Rust',
};

export const claimed = (changes: Partial<Of<'dropClaimed'>> = {}): NotableFact => ({
  kind: 'dropClaimed',
  ...names,
  benefitNames: ['Rusty Key'],
  attempts: 1,
  by: 'claim',
  ...changes,
});

export const claimedNumber = (number: number): NotableFact =>
  claimed({ dropId: dropId(`drop-${number}`), dropName: `Key ${number}` });

export const appeared = (changes: Partial<Of<'campaignAppeared'>> = {}): NotableFact => ({
  kind: 'campaignAppeared',
  campaignId: names.campaignId,
  campaignName: names.campaignName,
  gameName: names.gameName,
  startsAt: null,
  endsAt: null,
  ...changes,
});

export const handedOver: NotableFact = {
  kind: 'claimHandedOver',
  ...names,
  link: 'https://www.twitch.tv/drops/inventory',
};

export const givenUp: NotableFact = {
  kind: 'dropGivenUp',
  ...names,
  wish: 'want',
  forCampaignNames: ['Summer Week'],
};

export const codeIssued: NotableFact = {
  kind: 'deviceCodeIssued',
  userCode: 'ABCDEFGH',
  verificationUri: 'https://www.twitch.tv/activate',
  expiresAt: 0,
};

export const revoked: NotableFact = { kind: 'sessionRevoked', detail: 'invalid token' };
export const signedIn: NotableFact = { kind: 'signedIn', userId: '1', login: 'someone' };

export const chosen = (campaignName: string | null = names.campaignName): NotableFact => ({
  kind: 'channelChosen',
  channelId: channelId('1'),
  login: 'streamer',
  game: names.gameName,
  campaignName,
  why: 'plan',
  transport: 'spade',
});

export const left: NotableFact = { kind: 'channelLeft', channelId: channelId('1'), login: 'streamer', why: 'plan' };
export const idle: NotableFact = { kind: 'becameIdle', why: 'idle-no-live-channel' };

export const confirmed: NotableFact = {
  kind: 'minuteConfirmed',
  ...names,
  minutes: 5,
  requiredMinutes: 60,
  gainedMinutes: 1,
  by: 'socket',
};

export const died: NotableFact = { kind: 'childEnded', sentence: 'It was killed (SIGKILL).', wanted: false };
export const stoppedByOwner: NotableFact = { kind: 'childEnded', sentence: 'It ended.', wanted: true };
export const ready: NotableFact = { kind: 'childBecameReady' };
export const childGivenUp: NotableFact = { kind: 'childGivenUp', why: 'It died five times in a minute.', deaths: 5 };
