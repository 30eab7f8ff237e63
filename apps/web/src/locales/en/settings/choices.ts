/** What can be chosen, and what fits where something is typed. */
export const settingChoices = {
  'settings.choice.mining.mode.plan': 'A plan for the most drops',
  'settings.choice.mining.mode.priority_only': 'Only games on your list',
  'settings.choice.mining.mode.ending_soonest': 'What ends first',
  'settings.choice.mining.mode.low_availability': 'What has the least time to spare',
  'settings.choice.mining.mode.random': 'Chance',
  'settings.choice.mining.planGoal.drops': 'As many drops as possible',
  'settings.choice.mining.planGoal.campaigns': 'As many finished campaigns as possible',
  'settings.choice.wish.must': 'Must: never given up for a want',
  'settings.choice.wish.want': 'Want',
  'settings.choice.wish.fill': 'Fill: only in time that is left',
  'settings.choice.wish.never': 'Never',
  'settings.choice.twitch.client.tv': 'Television',
  'settings.choice.twitch.client.android': 'Android app',
  'settings.choice.twitch.client.web': 'Web page',
  'settings.choice.twitch.client.mobile-web': 'Web page on a phone',
  'settings.choice.twitch.client.custom': 'Your own client id',
  'settings.choice.twitch.socket.pubsub': 'PubSub',
  'settings.choice.twitch.socket.hermes': 'Hermes',
  'settings.choice.watching.transports.spade': 'Minute events (spade)',
  'settings.choice.watching.transports.hls': 'Fetching the stream (hls)',
  'settings.choice.watching.transports.gql': 'Minute events by GraphQL (gql)',

  'settings.expected.number': 'Expected a whole number from {min} to {max}.',
  'settings.expected.choice': 'Expected one of these: {choices}.',
  'settings.expected.names':
    'Expected at most {count, number} names, none of them empty or longer than 200 characters.',
  'settings.expected.mining.timeZone': 'Expected the name of a time zone such as Europe/Berlin, or nothing.',
  'settings.expected.discovery.catalogueUrl':
    'Expected an address that begins with https:// (http:// on this machine only), or nothing.',
  'settings.expected.updates.url':
    'Expected an address that begins with https:// (http:// on this machine only), or nothing.',
  'settings.expected.twitch.customClientId': 'Expected 20 to 40 small letters and digits, or nothing.',
  'settings.expected.network.proxy':
    'Expected an http, https or socks5 address such as socks5://127.0.0.1:1080, or nothing.',
  'settings.expected.console.host': 'Expected an IP address or a host name.',
  'settings.expected.console.basePath': 'Expected a path such as /dropwise without a slash at its end, or nothing.',
  'settings.expected.console.tlsCertFile': 'Expected the path of a file, or nothing.',
  'settings.expected.console.tlsKeyFile': 'Expected the path of a file, or nothing.',
  'settings.expected.backup.schedule': 'Expected a cron line of five fields such as 30 4 * * 0, or nothing.',
  'settings.expected.backup.folder': 'Expected the path of a folder, or nothing.',
  'settings.expected.watching.transports': 'Expected at least one way of watching.',
} as const;
