/** What became of a proxy, an import, a settings file and a folder. */
export const settingSayings = {
  'sayings.proxy-http-works': '{address}: it answers as an HTTP proxy and lets us in.',
  'sayings.proxy-socks-works': '{address}: it answers as a SOCKS5 proxy and lets us in.',
  'sayings.proxy-socks-accepts': '{address}: it answers as a SOCKS5 proxy and accepts the name and the password.',
  'sayings.proxy-not-http': '{address}: it does not answer as an HTTP proxy does.',
  'sayings.proxy-not-socks': '{address}: it does not answer as a SOCKS5 proxy does.',
  'sayings.proxy-web-server': '{address}: it answers {status}, as a web server does that is no proxy.',
  'sayings.proxy-wants-name': '{address}: it asks for a name and a password.',
  'sayings.proxy-refuses-name': '{address}: it does not accept the name and the password.',
  'sayings.proxy-other-sign-in': '{address}: it wants a way of signing in that is not known here.',
  'sayings.proxy-long-name': '{address}: a SOCKS5 name or password has at most {maxBytes} bytes.',
  'sayings.proxy-too-slow': '{address}: it did not answer within {seconds} s. Check host and port.',
  'sayings.proxy-talks':
    '{address}: it said more than an answer has instead of an answer. Check that a proxy of this kind is there.',
  'sayings.proxy-hangs-up':
    '{address}: it ended the connection instead of an answer. Check that a proxy of this kind is there.',
  'sayings.proxy-nobody': '{address}: nothing listens there. Check host and port, and that the proxy runs.',
  'sayings.proxy-unknown-host': '{address}: the name of the host is not known. Check its spelling.',
  'sayings.proxy-no-way': '{address}: there is no way to that host. Check the address and the network.',
  'sayings.proxy-broke': '{address}: it broke the connection. Check that a proxy of this kind is there.',
  'sayings.proxy-failed': '{address}: the connection failed ({errorCode}). Check scheme, host and port.',
  'sayings.import-unknown': '{name} is no setting of {peer} that is known here, and is left out.',
  'sayings.import-misfit': '{name} is left out: its value in the file does not fit.',
  'sayings.import-no-setting': 'There is no setting {name}: it is left out.',
  'sayings.import-stays': '“{key}” stays as it is: what is in the file does not fit.',
  'sayings.import-left-out': '“{key}” is left out: its value in the file does not fit.',
  'sayings.import-code-rewards':
    'Rewards that come as a code are of their own kind here: mining.benefits.CODE stays as it is.',
  'sayings.import-page-only': '{name} is about rangermix’ page and has no counterpart.',
  'sayings.import-window-only': '{name} is about TDM’s window and has no counterpart.',
  'sayings.import-no-games':
    'games_to_watch is empty, so rangermix mines nothing, and with mining.mode priority_only nor does Dropwise.',
  'sayings.import-badges':
    'TDM mines no campaign with a badge or an emote at all while enable_badges_emotes is off. Here such a campaign is left only where no account is linked; switch off mining.benefits.BADGE and mining.benefits.EMOTE for more.',
  'sayings.import-autostart': 'autostart_tray has no counterpart: Dropwise starts as a service.',
  'sayings.import-tray': 'tray_notifications has no counterpart: notifications go out over the channels you set up.',
  'sayings.import-empty-names':
    '“{key}”: {count, plural, one {# empty name was left out} other {# empty names were left out}}.',
  'sayings.import-bent': '“{key}” is {taken} and not {given}: it goes from {min} to {max}.',
  'sayings.settings-unreadable': '{path} must be readable, but the system answered: {detail}. Going on without it.',
  'sayings.settings-broken':
    '{path} must be JSON, but line {line}, column {column} says otherwise. It is left as it is{copy, select, none {} other {, with a copy in {copy}}}. Going on without it: mend that line.',
  'sayings.settings-misfit':
    '{place}: “{key}” cannot be {found}. {detail} {origin, select, file {The value of the settings file holds.} environment {The value of the environment holds.} other {The default holds.}}',
  'sayings.settings-unknown': '{place}: there is no setting {name}. It has no effect.',
  'sayings.settings-unknown-near': '{place}: there is no setting {name}. Perhaps {near} is meant. It has no effect.',
  'sayings.storage-read-only':
    '{path} must be writable, but its file system is mounted read-only. Mount it read-write, or choose another folder with --data-dir.',
  'sayings.storage-full': '{path} must take files, but the disk or the quota is full. Free some space.',
  'sayings.storage-file-in-way':
    '{path} must be a folder, but a file stands in its way at {file}. Move the file, or choose another folder with --data-dir.',
  'sayings.storage-failing':
    '{path} must be a folder that takes files, but the system answered: {detail}. Mend that, or choose another folder with --data-dir.',
  'sayings.storage-refused':
    '{path} must be writable, but the system refused. Give this account the right to write there, or choose another folder with --data-dir.',
  'sayings.storage-own-mode':
    '{path} must be writable, but the system refused: {folder} belongs to {owner} (mode {mode}), and Dropwise runs as {account}. Give the owner the right to write.',
  'sayings.storage-not-made':
    '{path} cannot be made: {folder} belongs to {owner} (mode {mode}), and Dropwise runs as {account}. Make the folder for it, or choose another with --data-dir.',
  'sayings.storage-other-owner':
    '{path} must be writable, but the system refused: {folder} belongs to {owner} (mode {mode}), and Dropwise runs as {account}. Hand the folder over.',
} as const;
