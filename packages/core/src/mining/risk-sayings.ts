import type { WhyNotCode } from '../drops/why-not-reasons.ts';
import { sayer } from '../sayings/saying.ts';

/** Why a must may not be finished, to stand within a sentence. `{names}` are campaigns. */
export const riskSayings = {
  'risk-waits': 'it waits for somebody to stream it',
  'risk-tight': 'it has only {minutes} minutes to spare',
  'risk-given-up': 'its time goes to {names}',
  'risk-lacks': 'it lacks {minutes} minutes',
  'risk-not-linked': 'its account is not linked to Twitch',
  'risk-precondition': 'another drop has to be claimed first',
  'risk-no-channel': 'nobody is likely to stream it in time',
  'risk-too-late': 'too little time is left',
  'risk-paused': 'mining is paused for most of its time',
  'risk-nothing': 'nothing that is watched can finish it',
} as const;

export type RiskSayingCode = keyof typeof riskSayings;

export const sayOfRisk = sayer(riskSayings);

export const riskOfWhy: Partial<Record<WhyNotCode, RiskSayingCode>> = {
  'not-linked': 'risk-not-linked',
  'precondition-open': 'risk-precondition',
  'no-live-channel': 'risk-no-channel',
  'no-known-channel': 'risk-no-channel',
  'too-late': 'risk-too-late',
  paused: 'risk-paused',
};
