/** What cannot be known of other miners, and what their lines say of how they are. */
export const adapterSayings = {
  'sayings.tdm-own-window':
    'Which channel it watches and what it claims stands in its own window only, never in log.txt: both are known where that output is printed, and not otherwise.',
  'sayings.tdm-english-only':
    'Only English texts of its window are recognised. In other languages the lines are kept, but say nothing about channels, claims and the login.',
  'sayings.tdm-verbosity':
    'Minutes are known from verbosity -vvv on. What Twitch confirmed and what TDM counted itself are told apart only by the line that brought them.',
  'sayings.tdm-no-orders':
    'It takes no orders: campaigns are reloaded and channels chosen in its window. It can be started, stopped and restarted.',
  'sayings.tdm-no-lists': 'It lists neither its campaigns nor its plans.',
  'sayings.rangermix-one-number':
    'It shows one number of minutes and does not tell what Twitch confirmed from what it counted itself.',
  'sayings.rangermix-claims': 'How it came to a claim, and how often it tried, it does not say.',
  'sayings.rangermix-no-why': 'Why it watches a channel, and for which campaign, it does not say.',
  'sayings.rangermix-language':
    'Its states are told in its own language: in other languages than English they are shown as they are, without their meaning.',
  'sayings.rangermix-unheard': 'What it said while nobody listened is not read afterwards.',
  'sayings.rangermix-no-plan':
    'It has no plan. Settings are changed through its API while it runs, and signing out is possible only on its own machine.',
  'sayings.command-patterns': 'Only what its patterns find in its lines is known; all else it does is not.',
  'sayings.command-minutes':
    'Minutes count as confirmed only where a pattern says so, which is the word of whoever wrote it.',
  'sayings.command-no-orders': 'It takes no orders but to end: nothing is known of the program.',
  'sayings.adapter-absent': 'This console has no adapter "{adapter}". Choose another for this child.',
  'sayings.line-twitch-down':
    'Twitch is having trouble; it is asked again after {seconds, plural, one {# second} other {# seconds}}.',
  'sayings.line-unreachable':
    '{host} cannot be reached; it is tried again after {seconds, plural, one {# second} other {# seconds}}.',
  'sayings.line-unreachable-todo': 'Check your connection, and the proxy in its settings.',
  'sayings.line-query-unknown': 'Twitch did not know the query {operation}.',
  'sayings.line-query-unknown-todo': 'If it stays, look for an update of this miner.',
  'sayings.line-operation-error': 'Twitch answered {operation} with an error: {detail}.',
  'sayings.line-web-page': 'A web page came where Twitch should have answered.',
  'sayings.line-web-page-todo': 'Check whether this network asks for a login before it lets anyone through.',
  'sayings.line-captcha': 'Twitch refused the login with a CAPTCHA.',
  'sayings.line-captcha-todo': 'Wait twelve hours or more, then start it again.',
  'sayings.line-login-needed': 'It waits for you to sign in to Twitch.',
  'sayings.line-login-button-todo': 'Press the login button in its window, and enter the code it shows on Twitch.',
  'sayings.line-login-code-todo': 'Open {link} and enter {code}.',
  'sayings.line-login-confirm-todo': 'Open {link} and enter {code}, then confirm it here: only then does it go on.',
  'sayings.line-session-kept': 'Twitch did not end the old session: {detail}.',
  'sayings.line-drops-unknown': 'Twitch did not say which drops {channel} has.',
  'sayings.line-watch-failed': 'Watching {channel} did not get through to Twitch.',
  'sayings.line-unconfirmed': 'Twitch has confirmed no minute of {campaign} for a while.',
  'sayings.line-fatal': 'It met an error that it cannot go on after.',
  'sayings.line-ended-error': 'It has ended with an error and asks for attention.',
  'sayings.line-restart-todo': 'Look at its last lines, then restart it.',
  'sayings.line-part-failed': 'Its part {task} failed; its lines have the details.',
  'sayings.line-part-failed-todo': 'If it does not go on by itself, restart it.',
  'sayings.line-stopped-mining':
    'It has stopped mining, though its process may still be there, waiting for its window to be closed.',
  'sayings.line-socket-none': 'Its live connection {socket} to Twitch has no connection.',
  'sayings.line-socket-closed': 'Its live connection {socket} to Twitch was closed by Twitch.',
  'sayings.line-socket-reconnecting': 'Its live connection {socket} to Twitch is being connected again.',
  'sayings.line-socket-silent': 'Its live connection {socket} to Twitch got no answer.',
  'sayings.line-socket-moving': 'Its live connection {socket} to Twitch is moving to another server.',
  'sayings.line-socket-error': 'Its live connection {socket} to Twitch reports an error.',
  'sayings.line-socket-failed': 'Its live connection {socket} to Twitch failed.',
  'sayings.line-watching': 'Watching. What Twitch counts is not known here.',
  'sayings.dropwise-version':
    'The console expects a miner that speaks version {expected} of their language, and this one speaks version {found}. Install both from the same place and restart them.',
  'sayings.adapter-failed': 'Its output cannot be understood: the adapter failed. The log has the details.',
  'sayings.rangermix-silent': 'It runs, but does not answer at {url}: {detail}.',
  'sayings.rangermix-silent-todo': 'Check the url, and that nothing else uses its port.',
  'sayings.rangermix-lost': 'rangermix cannot be reached at {url}: {detail}.',
} as const;
