import { lines, traceback } from './recorded-line.ts';

const pubsub = 'wss://pubsub-edge.twitch.tv/v1';

/** Peers 3.2. */
export const network = [
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

/** Peers 3.2. */
export const sockets = [
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

/** Peers 3.2. */
export const endings = [
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
