/** Why the plan turns to another campaign, and why a must may not be finished. */
export const planSayings = {
  'sayings.switch-lost': '{from} can no longer be finished.',
  'sayings.switch-only': '{to} is what can be watched now.',
  'sayings.switch-wish': '{to} is a {toWish}, and {from} is a {fromWish}.',
  'sayings.switch-harms': '{from} would take minutes that others need to be finished in time.',
  'sayings.switch-cut-short': '{from} would have to be left again before its next drop is finished.',
  'sayings.switch-fills': '{from} brings less than a minute is worth: it fills what is left over.',
  'sayings.switch-tighter': '{to} has {toSpareMinutes} to spare, and {from} has {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} brings a drop for {toDropMinutes} of watching, and {from} for {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} brings a drop for {toDropMinutes} of watching, and {from} for {fromDropMinutes}; it has {toSpareMinutes} to spare, and {from} has {fromSpareMinutes}.',
  'sayings.risk-waits': 'it waits for somebody to stream it',
  'sayings.risk-tight': 'it has only {minutes, plural, one {# minute} other {# minutes}} to spare',
  'sayings.risk-given-up': 'its time goes to {names}',
  'sayings.risk-lacks': 'it lacks {minutes, plural, one {# minute} other {# minutes}}',
  'sayings.risk-not-linked': 'its account is not linked to Twitch',
  'sayings.risk-precondition': 'another drop has to be claimed first',
  'sayings.risk-no-channel': 'nobody is likely to stream it in time',
  'sayings.risk-too-late': 'too little time is left',
  'sayings.risk-paused': 'mining is paused for most of its time',
  'sayings.risk-nothing': 'nothing that is watched can finish it',
} as const;
