/**
 * Every answer to "why is this not being mined?", with its sentence. `{words}` in braces are filled in. The order is
 * how telling an answer is: a campaign gives the first one that any of its drops has.
 */
export const whyNotReasons = {
  mining: 'This is being mined now.',
  quarantined: 'This campaign is set aside: what Twitch says about it cannot be right. It is tried again later.',
  'claim-by-hand': 'You earned this. Twitch wants you to claim it yourself.',
  'ready-to-claim': 'You earned this. It is about to be claimed.',
  'earned-waiting': 'You earned this. Twitch has not offered the claim yet.',
  paused: 'Mining is paused.',
  next: 'This is next.',
  'not-counting': 'Minutes watched on its channels were not counted. They are left alone for a while.',
  'lower-priority': 'Something you want more is being mined. This follows when there is time.',
  'no-live-channel': 'No channel where this can be earned is live now.',
  'no-known-channel': 'None of the channels on its allow list has been found yet.',
  'given-up': 'There is not time for everything. Its time goes to {value}.',
  'precondition-open': 'Claim “{value}” first; this follows.',
  upcoming: 'This has not started yet.',
  'not-linked': 'Link your {value} account to Twitch to earn this.',
  'outside-list': '{value} is not on your priority list, and only listed games are mined.',
  'too-late': 'Too little time is left: it lacks {value}, even without a break.',
  'excluded-game': 'You excluded the game {value}.',
  'excluded-campaign': 'You excluded this campaign.',
  'excluded-drop': 'You excluded this drop.',
  'excluded-keyword': 'You excluded names that contain “{value}”.',
  'wished-never': 'You set “{value}” to never, so this is not mined.',
  'excluded-benefit': 'You switched off rewards of this kind ({value}).',
  'no-benefit': 'This drop gives nothing, and nothing that you want follows from it.',
  'subscription-only': 'This is given for subscriptions, not for watching.',
  expired: 'This has ended.',
  claimed: 'You have this.',
} as const;

export type WhyNotCode = keyof typeof whyNotReasons;

/** Most telling first. */
export const whyNotCodes = Object.keys(whyNotReasons) as readonly WhyNotCode[];
