import type { Reason } from '../reason.ts';

/** Watching, counting, claiming, and having nothing to do. */
export const miningReasons = {
  working: {
    level: 'working',
    sentence: 'Mining: Twitch confirms the minutes.',
    todo: '',
    stillWorks: '',
  },
  'working-unconfirmed': {
    level: 'working',
    sentence: 'Watching. Twitch has not confirmed a minute yet.',
    todo: '',
    stillWorks: '',
  },
  'long-unconfirmed': {
    level: 'degraded',
    sentence: 'Watching, but Twitch has confirmed nothing for a while.',
    todo: '',
    stillWorks: 'Another way of watching, then another channel, is tried.',
  },
  starting: {
    level: 'starting',
    sentence: 'Starting up.',
    todo: '',
    stillWorks: '',
  },
  'idle-no-campaigns': {
    level: 'idle',
    sentence: 'Twitch lists no campaign that is running now.',
    todo: '',
    stillWorks: 'New campaigns are looked for every hour.',
  },
  'idle-nothing-wanted': {
    level: 'idle',
    sentence: 'Campaigns are running, but your settings or your linked accounts leave none to mine.',
    todo: 'Open the campaigns: each one says why it is not mined.',
    stillWorks: 'New campaigns are looked for every hour.',
  },
  'idle-all-earned': {
    level: 'idle',
    sentence: 'Everything you want is earned.',
    todo: '',
    stillWorks: 'New campaigns are looked for every hour.',
  },
  'idle-no-live-channel': {
    level: 'idle',
    sentence: 'No channel with a wanted drop is live now.',
    todo: '',
    stillWorks: 'Watching begins as soon as one comes online.',
  },
  'idle-paused': {
    level: 'idle',
    sentence: 'Mining is paused, as your paused hours say.',
    todo: '',
    stillWorks: 'Claims are made, campaigns are looked for, and watching begins again when the pause ends.',
  },
  'claim-by-hand': {
    level: 'degraded',
    sentence: 'You earned {drop} ({campaign}), but Twitch lets only you claim it.',
    todo: 'Claim it on {link}.',
    stillWorks: 'Mining goes on.',
  },
  'claim-failing': {
    level: 'degraded',
    sentence: 'Twitch does not take the claim of {drop} ({campaign}): {detail}.',
    todo: 'Nothing yet: it is tried again. If it keeps failing, claim it on https://www.twitch.tv/drops/inventory.',
    stillWorks: 'Mining goes on.',
  },
  'not-counting': {
    level: 'broken',
    sentence: 'Twitch accepts what we watch but counts no minutes. Tried: {transports}.',
    todo: 'Look for an update of Dropwise: Twitch may have changed how watching is counted.',
    stillWorks: 'Claims are made, and other channels are tried.',
  },
  'transport-rotated': {
    level: 'degraded',
    sentence: 'Minutes were not counted over {from}; watching over {to} now.',
    todo: '',
    stillWorks: 'Mining goes on.',
  },
  'watch-failing': {
    level: 'degraded',
    sentence: 'Watching over {transport} fails: {detail}.',
    todo: '',
    stillWorks: 'The next way of watching is tried.',
  },
  'watched-elsewhere': {
    level: 'degraded',
    sentence: 'Someone is watching {channel} on this account; Twitch counts only one channel.',
    todo: 'Stop watching Twitch elsewhere while Dropwise mines, or let it be: mining goes on afterwards.',
    stillWorks: 'Claims are made.',
  },
  'wrong-drop-credited': {
    level: 'degraded',
    sentence: 'Twitch counts the minutes for {drop} ({campaign}), which you did not ask for.',
    todo: '',
    stillWorks: 'Another channel is tried.',
  },
  'progress-contradicted': {
    level: 'degraded',
    sentence: 'Twitch reported {reported} minutes for {drop} after {confirmed} were confirmed.',
    todo: '',
    stillWorks: 'Mining goes on; the inventory decides which is right.',
  },
  'progress-repeated': {
    level: 'degraded',
    sentence: 'Twitch keeps reporting {reported} minutes for {drop}; they do not move on.',
    todo: '',
    stillWorks: 'Another way of watching is tried if this lasts.',
  },
  'progress-out-of-order': {
    level: 'degraded',
    sentence: 'Reports for {drop} arrive out of order; only the highest counts.',
    todo: '',
    stillWorks: 'Mining goes on.',
  },
  'stream-not-online': {
    level: 'degraded',
    sentence: 'Twitch announced that {channel} went live, but the stream never appeared.',
    todo: '',
    stillWorks: 'Other channels are watched.',
  },
  quarantined: {
    level: 'degraded',
    sentence: '{name} is set aside: {problem}.',
    todo: '',
    stillWorks: 'Everything else goes on; it is tried again later.',
  },
  'must-at-risk': {
    level: 'degraded',
    sentence: 'You said that {drop} ({campaign}) is a must, but {problem}.',
    todo: 'Give it time: fewer paused hours, fewer other musts, and Dropwise running without a break.',
    stillWorks: 'Mining goes on, musts first.',
  },
  'plan-failing': {
    level: 'degraded',
    sentence: 'No plan could be made: {detail}.',
    todo: 'Look for an update of Dropwise: this is a fault of its own.',
    stillWorks: 'Mining goes on with what ends first.',
  },
} as const satisfies Readonly<Record<string, Reason>>;
