/** What every setting does, as the page says it: `settings.doc.` and its key. */
export const settingExplanations = {
  'settings.doc.mining.mode':
    'The plan looks two weeks ahead for the most drops, by your wishes. The other modes rank games by one rule; games on your list come first in all of them.',
  'settings.doc.mining.priority': 'Names of games, most wanted first. Upper and lower case do not matter.',
  'settings.doc.mining.wishes.games':
    'How much you want each game. Games that are not named here are wanted when they are on your list above or that list is empty; otherwise they fill time that is left.',
  'settings.doc.mining.wishes.campaigns':
    'The same for single campaigns, by id or exact name. Stands above the wish for its game.',
  'settings.doc.mining.wishes.drops':
    'The same for single drops, by id. Stands above the wishes for its campaign and game. What is left out below stands above every wish.',
  'settings.doc.mining.planGoal': 'What the plan makes the most of.',
  'settings.doc.mining.exclude.games': 'Names of games that are never mined.',
  'settings.doc.mining.exclude.campaigns': 'Campaigns that are never mined, by id or exact name.',
  'settings.doc.mining.exclude.drops': 'Drops that are never mined, by id.',
  'settings.doc.mining.exclude.keywords':
    'Parts of names: a campaign or drop whose name contains one of them is never mined.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Mine rewards that go straight to the game account.',
  'settings.doc.mining.benefits.BADGE': 'Mine chat badges.',
  'settings.doc.mining.benefits.EMOTE': 'Mine emotes.',
  'settings.doc.mining.benefits.CODE': 'Mine rewards that come as a code.',
  'settings.doc.mining.benefits.UNKNOWN': 'Mine rewards of kinds that Twitch has added since this version.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Mine badges and emotes also where no game account is linked: they need none.',
  'settings.doc.mining.seed':
    'Decides the order when games are chosen by chance; the same number gives the same order.',
  'settings.doc.mining.pausedHours':
    'When nothing is mined. Hours that pass midnight belong to the day they begin on. Claims are still made.',
  'settings.doc.mining.timeZone': 'In which paused hours and quiet hours are read.',
  'settings.doc.discovery.availableDrops': 'Ask live channels of wanted games which campaigns they take part in.',
  'settings.doc.discovery.catalogue':
    'Read a public catalogue of campaigns that other people keep. It is not from Twitch and knows nothing of your account.',
  'settings.doc.discovery.catalogueUrl': 'Where that catalogue is.',
  'settings.doc.watching.transports':
    'In the order in which they are tried. The next one is used when minutes are not counted.',
  'settings.doc.twitch.client':
    'As what Dropwise signs in to Twitch. A session belongs to one kind: after a change you sign in again.',
  'settings.doc.twitch.customClientId': 'Used only when the kind of client above is your own.',
  'settings.doc.twitch.socket': 'Over which progress arrives.',
  'settings.doc.network.proxy':
    'For everything that goes to Twitch. It may hold a name and a password, so it is kept secret.',
  'settings.doc.network.connectionQuality':
    'Multiplies every time limit: 1 for a good connection, 6 for a very slow one.',
  'settings.doc.maintenance.reloadMinutes': 'How often everything is asked of Twitch again.',
  'settings.doc.logging.keepDays': 'Daily log files older than this are deleted.',
  'settings.doc.console.host': 'Anything but this machine’s own address (127.0.0.1, ::1, localhost) needs a password.',
  'settings.doc.console.port': 'Where the console listens; 0 takes a free one.',
  'settings.doc.console.basePath':
    'Path below which everything is served, behind a reverse proxy that shares its host with others, such as /dropwise.',
  'settings.doc.console.allowedHosts':
    'Names under which the console answers beside the address it listens on, such as nas.local or drops.example.org. Others are refused, so that no web page can reach it by a name of its own.',
  'settings.doc.console.trustedProxies':
    'Addresses or ranges (172.16.0.0/12) of reverse proxies that are believed when they say who is asking.',
  'settings.doc.console.tlsCertFile': 'In PEM, to serve HTTPS; together with the file of the key.',
  'settings.doc.console.tlsKeyFile': 'In PEM, for the certificate above.',
  'settings.doc.console.sessionDays': 'Counted from the last visit of a browser.',
  'settings.doc.console.metrics': 'Serve /metrics. It asks for a sign-in or an API key like everything else.',
  'settings.doc.history.factDays': 'Single events. Claimed drops, and minutes by day, are kept for ever.',
  'settings.doc.history.lineDays': 'In the database; log files have a limit of their own.',
  'settings.doc.history.sampleDays': 'Measurements of processor and memory.',
  'settings.doc.history.auditDays': 'The audit trail, and earlier settings.',
  'settings.doc.history.maxMegabytes':
    'Above this the oldest log lines, then measurements, then events go before their time.',
  'settings.doc.notifications.quietHours':
    'Hours in which nothing is sent but what needs you at once. The rest follows afterwards in one message.',
  'settings.doc.notifications.repeatMinutes':
    'The same message about the same thing is not sent again before this many minutes have passed.',
  'settings.doc.notifications.uncountedMinutes':
    'How long Twitch may count nothing while something is watched before you are told.',
  'settings.doc.backup.schedule':
    'When a backup of settings and history is made, as a cron line such as 30 4 * * *; nothing means never by itself. Credentials are in it only when DROPWISE_BACKUP_PASSPHRASE_FILE names a file with a passphrase.',
  'settings.doc.backup.keep': 'The oldest goes first.',
  'settings.doc.backup.folder': 'Where backups go; nothing means the folder backups in the data directory.',
  'settings.doc.updates.check': 'Once a day. While this is off, nothing is ever asked.',
  'settings.doc.updates.url': 'An address that answers with JSON that has version (or tag_name) and, if it likes, url.',
} as const;
