import { sayer } from '@dropwise/core';

/** What cannot be known of each kind of miner. */
const limits = {
  'tdm-own-window':
    'Which channel it watches and what it claims stands in its own window only, never in log.txt: both are known where that output is printed, and not otherwise.',
  'tdm-english-only':
    'Only English texts of its window are recognised. In other languages the lines are kept, but say nothing about channels, claims and the login.',
  'tdm-verbosity':
    'Minutes are known from verbosity -vvv on. What Twitch confirmed and what TDM counted itself are told apart only by the line that brought them.',
  'tdm-no-orders':
    'It takes no orders: campaigns are reloaded and channels chosen in its window. It can be started, stopped and restarted.',
  'tdm-no-lists': 'It lists neither its campaigns nor its plans.',
  'rangermix-one-number':
    'It shows one number of minutes and does not tell what Twitch confirmed from what it counted itself.',
  'rangermix-claims': 'How it came to a claim, and how often it tried, it does not say.',
  'rangermix-no-why': 'Why it watches a channel, and for which campaign, it does not say.',
  'rangermix-language':
    'Its states are told in its own language: in other languages than English they are shown as they are, without their meaning.',
  'rangermix-unheard': 'What it said while nobody listened is not read afterwards.',
  'rangermix-no-plan':
    'It has no plan. Settings are changed through its API while it runs, and signing out is possible only on its own machine.',
  'command-patterns': 'Only what its patterns find in its lines is known; all else it does is not.',
  'command-minutes': 'Minutes count as confirmed only where a pattern says so, which is the word of whoever wrote it.',
  'command-no-orders': 'It takes no orders but to end: nothing is known of the program.',
  'adapter-absent': 'This console has no adapter "{adapter}". Choose another for this child.',
} as const;

/** What lines and answers of other miners say of how they are, and the step that fits. */
const states = {
  'line-twitch-down': 'Twitch is having trouble; it is asked again after {seconds} seconds.',
  'line-unreachable': '{host} cannot be reached; it is tried again after {seconds} seconds.',
  'line-unreachable-todo': 'Check your connection, and the proxy in its settings.',
  'line-query-unknown': 'Twitch did not know the query {operation}.',
  'line-query-unknown-todo': 'If it stays, look for an update of this miner.',
  'line-operation-error': 'Twitch answered {operation} with an error: {detail}.',
  'line-web-page': 'A web page came where Twitch should have answered.',
  'line-web-page-todo': 'Check whether this network asks for a login before it lets anyone through.',
  'line-captcha': 'Twitch refused the login with a CAPTCHA.',
  'line-captcha-todo': 'Wait twelve hours or more, then start it again.',
  'line-login-needed': 'It waits for you to sign in to Twitch.',
  'line-login-button-todo': 'Press the login button in its window, and enter the code it shows on Twitch.',
  'line-login-code-todo': 'Open {link} and enter {code}.',
  'line-login-confirm-todo': 'Open {link} and enter {code}, then confirm it here: only then does it go on.',
  'line-session-kept': 'Twitch did not end the old session: {detail}.',
  'line-drops-unknown': 'Twitch did not say which drops {channel} has.',
  'line-watch-failed': 'Watching {channel} did not get through to Twitch.',
  'line-unconfirmed': 'Twitch has confirmed no minute of {campaign} for a while.',
  'line-fatal': 'It met an error that it cannot go on after.',
  'line-ended-error': 'It has ended with an error and asks for attention.',
  'line-restart-todo': 'Look at its last lines, then restart it.',
  'line-part-failed': 'Its part {task} failed; its lines have the details.',
  'line-part-failed-todo': 'If it does not go on by itself, restart it.',
  'line-stopped-mining':
    'It has stopped mining, though its process may still be there, waiting for its window to be closed.',
  'line-socket-none': 'Its live connection {socket} to Twitch has no connection.',
  'line-socket-closed': 'Its live connection {socket} to Twitch was closed by Twitch.',
  'line-socket-reconnecting': 'Its live connection {socket} to Twitch is being connected again.',
  'line-socket-silent': 'Its live connection {socket} to Twitch got no answer.',
  'line-socket-moving': 'Its live connection {socket} to Twitch is moving to another server.',
  'line-socket-error': 'Its live connection {socket} to Twitch reports an error.',
  'line-socket-failed': 'Its live connection {socket} to Twitch failed.',
  'line-watching': 'Watching. What Twitch counts is not known here.',
  'dropwise-version':
    'The console expects a miner that speaks version {expected} of their language, and this one speaks version {found}. Install both from the same place and restart them.',
  'adapter-failed': 'Its output cannot be understood: the adapter failed. The log has the details.',
  'rangermix-silent': 'It runs, but does not answer at {url}: {detail}.',
  'rangermix-silent-todo': 'Check the url, and that nothing else uses its port.',
  'rangermix-lost': 'rangermix cannot be reached at {url}: {detail}.',
} as const;

/** Why nothing became of what a miner was asked for. */
const commands = {
  'command-unanswered': 'The miner has not answered for {seconds} s. It may still do it; its log tells.',
  'command-too-many': '{commandCount} commands wait for the miner already. Wait until they are answered.',
} as const;

export const adapterSayings = { ...limits, ...states, ...commands } as const;
export type AdapterSayingCode = keyof typeof adapterSayings;

export const sayOfAdapter = sayer(adapterSayings);
