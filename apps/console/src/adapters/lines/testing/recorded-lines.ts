import type { PeerMiner } from '../line-row.ts';
import type { LogEntry } from '../log-entry.ts';

/** A line in the form of peers 3.2, with names that are made up. */
export interface RecordedLine {
  readonly row: string;
  readonly miner: PeerMiner;
  readonly said: LogEntry['said'];
  readonly text: string;
  /** What it comes to, in short. */
  readonly means: readonly string[];
}

type Who = 'tdm' | 'rmx' | 'both';

function lines(who: Who, said: LogEntry['said'], row: string, texts: readonly string[], means: readonly string[] = []) {
  const miners: readonly PeerMiner[] = who === 'both' ? ['tdm', 'rangermix'] : [who === 'tdm' ? 'tdm' : 'rangermix'];
  return miners.flatMap((miner) => texts.map((text): RecordedLine => ({ row, miner, said, text, means })));
}

const traceback = '\nTraceback (most recent call last):\n  File "a.py", line 1, in run\nOSError: nothing came';
const pubsub = 'wss://pubsub-edge.twitch.tv/v1';
const drop = '7e000000-0000-4000-8000-00000000000a';

const login = [
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

const channels = [
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

const progress = [
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

const inventory = [
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

const network = [
  lines('both', 'print', 'twitch down', ['Twitch is down, retrying in 60 seconds...'], ['raised twitch-down']),
  lines(
    'tdm',
    'print',
    'cannot connect',
    ['Cannot connect to Twitch, retrying in 30 seconds... (https://gql.twitch.tv/gql)'],
    ['raised twitch-unreachable'],
  ),
  lines(
    'rmx',
    'print',
    'cannot connect',
    ['Cannot connect to Twitch, retrying in 30 seconds...'],
    ['raised twitch-unreachable'],
  ),
  lines(
    'both',
    'record',
    'query unknown',
    ['Retrying a PersistedQueryNotFound for Inventory'],
    ['raised query-hash-stale'],
  ),
  lines('both', 'record', 'retrying', ['Retrying a service timeout for Inventory'], ['raised operation-failing']),
  lines(
    'both',
    'record',
    'not twitch',
    [
      `Request failed${traceback}\nRequestInvalid: Unexpected content type returned, usually due to being redirected. Do you need to login for internet access?`,
    ],
    ['raised html-answer'],
  ),
  lines('tdm', 'record', 'gql traffic', ["GQL Request: {'operationName': 'Inventory'}", 'GQL Response: {}']),
  lines('tdm', 'record', 'http traffic', [
    "Request: (method=GET, url=https://www.twitch.tv, kwargs={'headers': {}})",
    'Response: 200: OK',
  ]),
];

const sockets = [
  lines('tdm', 'record', 'socket connecting', ['Websocket[0] connecting...']),
  lines('rmx', 'record', 'socket connecting', [
    'Websocket[0] connecting with no proxy',
    'Websocket[0] connecting with http://10.0.0.1:8080 proxy',
  ]),
  lines(
    'both',
    'record',
    'socket connected',
    ['Websocket[0] connected.'],
    ['cleared socket-down socket-no-pong socket-reconnecting'],
  ),
  lines(
    'both',
    'record',
    'socket stopped',
    ['Websocket[0] stopped.'],
    ['cleared socket-down socket-no-pong socket-reconnecting'],
  ),
  lines('both', 'record', 'socket problem', ['Websocket[0] connection problem (sleep: 8s)'], ['raised socket-down']),
  lines('both', 'record', 'socket gives up', [
    'Websocket[0] exiting backoff connect loop because session is closed (RuntimeError)',
  ]),
  lines('tdm', 'record', 'socket closed', ['Websocket[0] closed unexpectedly: 1006'], ['raised socket-down']),
  lines(
    'rmx',
    'record',
    'socket closed',
    [`Websocket[0] to ${pubsub} closed unexpectedly: 1006`],
    ['raised socket-down'],
  ),
  lines('tdm', 'record', 'socket reconnecting', ['Websocket[0] reconnecting...'], ['raised socket-reconnecting']),
  lines(
    'rmx',
    'record',
    'socket reconnecting',
    [`Websocket[0] to ${pubsub} reconnecting...`],
    ['raised socket-reconnecting'],
  ),
  lines(
    'both',
    'record',
    'socket without pong',
    ["Websocket[0] didn't receive a PONG, reconnecting..."],
    ['raised socket-no-pong'],
  ),
  lines('both', 'record', 'socket moves', ['Websocket[0] requested reconnect.'], ['raised socket-reconnecting']),
  lines(
    'both',
    'record',
    'socket payload',
    ["Websocket[0] received unknown payload: {'type': 'HELLO'}"],
    ['inputRejected'],
  ),
  lines(
    'both',
    'record',
    'socket error',
    [`Websocket[0] error: ${traceback}`, "Websocket[0] error: Unknown message: {'type': 'X'}"],
    ['raised socket-down'],
  ),
  lines('tdm', 'record', 'socket exception', [`Exception in Websocket[0]${traceback}`], ['raised socket-down']),
  lines(
    'rmx',
    'record',
    'socket exception',
    [`Exception in Websocket[0] to ${pubsub}${traceback}`],
    ['raised socket-down'],
  ),
  lines('tdm', 'record', 'socket traffic', [
    'Websocket[0]: Adding topics: a.1, b.2',
    'Websocket[0]: Removing topics: a.1',
    "Websocket[0] received: {'type': 'PONG'}",
    "Websocket[0] sent: {'type': 'PING'}",
  ]),
];

const endings = [
  lines('both', 'record', 'task exception', [`Exception in watch task${traceback}`], ['raised miner-fault']),
  lines(
    'both',
    'print',
    'fatal error',
    [`Fatal error encountered:${traceback}`, 'Fatal error encountered:'],
    ['raised miner-fault'],
  ),
  lines(
    'rmx',
    'record',
    'fatal error record',
    [`Fatal error encountered during client run${traceback}`],
    ['raised miner-fault'],
  ),
  lines('both', 'print', 'exiting', ['Exiting...'], ['status stopping']),
  lines(
    'both',
    'print',
    'terminated',
    ['Application Terminated.\nClose the window to exit the application.', '\nApplication Terminated.'],
    ['status ended', 'stopped', 'raised miner-ended'],
  ),
  lines(
    'rmx',
    'record',
    'shutting down',
    [
      'Client run completed normally',
      '=== Starting shutdown sequence ===',
      'Notifying client of exit',
      'Shutting down web server',
      'Web server task completed gracefully',
      'Shutting down Twitch client',
      'Twitch client shutdown completed',
      'Shutdown complete - exit_status=0',
      'Normal shutdown - proceeding',
      'Saving application state',
      'Application state saved',
      '=== Exiting with status code: 0 ===',
    ],
    ['status stopping'],
  ),
  lines(
    'rmx',
    'record',
    'terminated with error',
    ['Application terminated with error - showing error state'],
    ['raised miner-fault'],
  ),
  lines('rmx', 'record', 'web clients', [
    'Web client connected: AbC123',
    'Web client disconnected: AbC123',
    'Login request from client: AbC123',
  ]),
  lines('rmx', 'record', 'update check failed', ['Failed to check for updates: no route']),
];

/** Every row of peers 3.2, for each miner that says it. */
export const recordedLines: readonly RecordedLine[] = [
  ...login,
  ...channels,
  ...progress,
  ...inventory,
  ...network,
  ...sockets,
  ...endings,
].flat();
