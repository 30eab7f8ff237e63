import { lines } from './recorded-line.ts';

const drop = '7e000000-0000-4000-8000-00000000000a';

/** Peers 3.2. */
export const login = [
  lines('tdm', 'print', 'logging level', ['Logging level: CALL']),
  lines('rmx', 'record', 'version', ['Version: 1.2.5'], ['version']),
  lines(
    'rmx',
    'record',
    'starting',
    [
      'Logger initialized',
      '=== TwitchDropsMiner Starting ===',
      'Python version: 3.12.4 (main)',
      'Platform: linux',
      'Proxy: none',
      'Language: English',
      'Minimum refresh interval: 30 minutes',
      'Web GUI Manager initialized',
      'Starting web server on http://0.0.0.0:8080',
      'Starting main client run loop',
    ],
    ['status starting'],
  ),
  lines('both', 'record', 'checking login', ['Checking login'], ['status signingIn']),
  lines('both', 'record', 'restoring session', ['Restoring session from cookie'], ['status signingIn']),
  lines('both', 'record', 'session invalid', ['Restored session is invalid'], ['sessionRevoked']),
  lines('both', 'record', 'client mismatch', ['Cookie client ID mismatch'], ['sessionRevoked']),
  lines(
    'both',
    'record',
    'signed in',
    ['Login successful, user ID: 70000001'],
    ['signedIn', 'cleared login-needed login-refused session-revoked'],
  ),
  lines('tdm', 'print', 'log in to continue', ['Please log in to continue.'], ['raised login-needed']),
  lines(
    'tdm',
    'print',
    'enter the code',
    ["Enter this code on the Twitch's device activation page: WXYZABCD"],
    ['deviceCodeIssued', 'raised login-needed'],
  ),
  lines(
    'tdm',
    'record',
    'token not invalidated',
    ['Failed to invalidate the auth token: 503'],
    ['raised operation-failing'],
  ),
  lines(
    'both',
    'print',
    'captcha',
    [
      'Your login attempt was denied by CAPTCHA.',
      'Your login attempt was denied by CAPTCHA.\nPlease try again in 12+ hours.',
    ],
    ['signInFailed', 'raised login-refused'],
  ),
  lines('rmx', 'record', 'captcha required', ['Captcha required - cannot continue'], ['raised login-refused']),
];

/** Peers 3.2. */
export const channels = [
  lines('both', 'print', 'watching', ['Watching: Sample_Channel'], ['channelChosen']),
  lines(
    'rmx',
    'print',
    'watching by hand',
    ['🎯 Manual Mode: Watching Sample_Channel for Sample Game'],
    ['channelChosen'],
  ),
  lines('both', 'print', 'online, switching', ['Sample_Channel goes ONLINE, switching...'], ['channelWentLive']),
  lines('both', 'print', 'offline, switching', ['Sample_Channel goes OFFLINE, switching...'], ['channelWentOffline']),
  lines('both', 'record', 'online', ['Sample_Channel goes ONLINE'], ['channelWentLive']),
  lines('both', 'record', 'offline', ['Sample_Channel goes OFFLINE'], ['channelWentOffline']),
  lines('both', 'record', 'stays offline', ['Sample_Channel stays OFFLINE'], ['channelSeen']),
  lines(
    'tdm',
    'record',
    'status updated',
    [
      'Sample_Channel status has been updated (🎁: ✔ -> ❌)',
      'Sample_Channel status has been updated, switching... (🎁: ❌ -> ✔)',
    ],
    ['channelSeen'],
  ),
  lines(
    'rmx',
    'record',
    'status updated',
    ['Sample_Channel status updated (🎁: ✔ -> ❌)', 'Sample_Channel status updated, switching... (🎁: ❌ -> ✔)'],
    ['channelSeen'],
  ),
  lines(
    'both',
    'record',
    'channel update',
    [
      'Channel update from websocket: Sample_Channel',
      'Channel update from websocket: Sample_Channel, game changed: Sample Game -> Other Game',
    ],
    ['channelSeen'],
  ),
  lines(
    'both',
    'print',
    'no available channels',
    ['No available channels to watch. Waiting for an ONLINE channel...'],
    ['becameIdle'],
  ),
  lines(
    'both',
    'print',
    'no active campaigns',
    ['No active campaigns to mine drops for. Waiting for an active campaign...'],
    ['becameIdle'],
  ),
  lines(
    'both',
    'record',
    'available drops failed',
    ['AvailableDrops GQL call failed for channel: sample_channel'],
    ['raised operation-failing'],
  ),
  lines(
    'both',
    'record',
    'watch failed',
    ['Watch requested failed for channel: Sample_Channel'],
    ['raised watch-failing'],
  ),
  lines(
    'both',
    'record',
    'stream state of a stranger',
    ['Stream state change for a non-existing channel: 70001'],
    ['inputRejected'],
  ),
  lines(
    'both',
    'record',
    'settings of a stranger',
    ['Broadcast settings update for a non-existing channel: 70001'],
    ['inputRejected'],
  ),
  lines('both', 'record', 'unknown stream state', ['Unknown stream state: paused'], ['inputRejected']),
  lines(
    'rmx',
    'record',
    'chosen without drops',
    ['User selected channel Sample_Channel but it has no available drops'],
    ['channelSeen'],
  ),
  lines(
    'rmx',
    'record',
    'entered manual mode',
    ['Entered manual mode for game: Sample Game, channel: Sample_Channel'],
    ['manualStarted'],
  ),
  lines(
    'rmx',
    'record',
    'left manual mode',
    ['Exiting manual mode for game: Sample Game. Reason: the channel went offline'],
    ['manualEnded'],
  ),
  lines('rmx', 'record', 'manual mode goes on', [
    'Manual mode: prioritizing game Sample Game',
    'Manual mode: switching to Other_Channel (same game: Sample Game)',
  ]),
  lines('rmx', 'record', 'manual mode impossible', ['Cannot enter manual mode: channel Sample_Channel has no game']),
];

/** Peers 3.2. */
export const progress = [
  lines('both', 'record', 'drop update', ['Drop update from websocket: Blue Hat (Sample Game, 17/60)'], ['minutes']),
  lines('both', 'record', 'drop update', ['Drop update from websocket: <Unknown>']),
  lines('both', 'record', 'drop progress', ['Drop progress from GQL: Blue Hat (Sample Game, 17/60)'], ['minutes']),
  lines(
    'both',
    'record',
    'active search',
    ['Drop progress from active search: Blue Hat (Sample Game, 18/60)'],
    ['minutes'],
  ),
  lines('both', 'record', 'active search', ['Drop progress from active search: Unknown drop (Sample Game)']),
  lines('both', 'record', 'no active drop', ['No active drop could be determined']),
  lines('both', 'print', 'claimed', ['Claimed drop: Sample Game Blue Hat, Red Hat (1/3)'], ['dropClaimed']),
  lines('both', 'record', 'claim failed', [`Drop claim has potentially failed! Drop ID: ${drop}`], ['claimFailed']),
  lines(
    'both',
    'record',
    'claim of a stranger',
    [`Received a drop claim ID for a non-existing drop: ${drop}\nDrop claim ID: 1#2#3`],
    ['inputRejected'],
  ),
  lines(
    'both',
    'record',
    'extra minutes',
    ['At least one of the drops in campaign "Sample Week(Sample Game)" has reached the maximum extra minutes limit!'],
    ['raised long-unconfirmed'],
  ),
];

/** Peers 3.2. */
export const inventory = [
  lines('both', 'record', 'maintenance waits', [
    'Maintenance task waiting until: 15:02:33 (Reload)',
    'Maintenance task waiting until: 15:02:33 (Cleanup)',
  ]),
  lines('both', 'record', 'cleanup', ['Maintenance task requests channels cleanup']),
  lines('both', 'record', 'reload', ['Maintenance task requests a reload'], ['status reloading']),
  lines('rmx', 'record', 'checking claims', ['Checking for claimable drops'], ['status reloading']),
  lines('rmx', 'record', 'games to watch', ["games_to_watch: ['Sample Game']"]),
  lines('rmx', 'record', 'eligible campaigns', ['inventory has 3 eligible campaigns']),
  lines('rmx', 'record', 'wanted games', [
    'Building wanted games list',
    'Wanted games list built',
    'Wanted games: Sample Game, Other Game',
  ]),
  lines(
    'rmx',
    'record',
    'no wanted games',
    ["No wanted games found! games_to_watch=['Sample Game'], eligible_campaigns=0"],
    ['becameIdle'],
  ),
  lines('rmx', 'print', 'setting changed', ["Setting changed: games_to_watch = ['Sample Game']", 'Proxy cleared']),
];
