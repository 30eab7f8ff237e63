import type { settingChoices as en } from '../../en/settings/choices.ts';

export const settingChoices: Record<keyof typeof en, string> = {
  'settings.choice.mining.mode.plan': 'Plan: möglichst viele Drops',
  'settings.choice.mining.mode.priority_only': 'Nur Spiele auf deiner Liste',
  'settings.choice.mining.mode.ending_soonest': 'Was zuerst endet',
  'settings.choice.mining.mode.low_availability': 'Was den kleinsten Zeitpuffer hat',
  'settings.choice.mining.mode.random': 'Zufall',
  'settings.choice.mining.planGoal.drops': 'Möglichst viele Drops',
  'settings.choice.mining.planGoal.campaigns': 'Möglichst viele abgeschlossene Kampagnen',
  'settings.choice.wish.must': 'Muss: wird nie für einen bloßen Wunsch aufgegeben',
  'settings.choice.wish.want': 'Will ich',
  'settings.choice.wish.fill': 'Lückenfüller: nur in übriger Zeit',
  'settings.choice.wish.never': 'Nie',
  'settings.choice.twitch.client.tv': 'Fernseher',
  'settings.choice.twitch.client.android': 'Android-App',
  'settings.choice.twitch.client.web': 'Webseite',
  'settings.choice.twitch.client.mobile-web': 'Webseite auf dem Handy',
  'settings.choice.twitch.client.custom': 'Deine eigene Client-ID',
  'settings.choice.twitch.socket.pubsub': 'PubSub',
  'settings.choice.twitch.socket.hermes': 'Hermes',
  'settings.choice.watching.transports.spade': 'Minuten melden (spade)',
  'settings.choice.watching.transports.hls': 'Stream abrufen (hls)',
  'settings.choice.watching.transports.gql': 'Minuten melden über GraphQL (gql)',
  'settings.expected.number': 'Erwartet wird eine ganze Zahl von {min} bis {max}.',
  'settings.expected.choice': 'Erwartet wird eines davon: {choices}.',
  'settings.expected.names':
    'Erwartet werden höchstens {count, number} Namen, keiner leer oder länger als 200 Zeichen.',
  'settings.expected.mining.timeZone': 'Erwartet wird der Name einer Zeitzone wie Europe/Berlin, oder nichts.',
  'settings.expected.discovery.catalogueUrl':
    'Erwartet wird eine Adresse, die mit https:// beginnt (http:// nur auf diesem Rechner), oder nichts.',
  'settings.expected.updates.url':
    'Erwartet wird eine Adresse, die mit https:// beginnt (http:// nur auf diesem Rechner), oder nichts.',
  'settings.expected.twitch.customClientId': 'Erwartet werden 20 bis 40 Kleinbuchstaben und Ziffern, oder nichts.',
  'settings.expected.network.proxy':
    'Erwartet wird eine Adresse mit http, https oder socks5, etwa socks5://127.0.0.1:1080, oder nichts.',
  'settings.expected.console.host': 'Erwartet wird eine IP-Adresse oder ein Hostname.',
  'settings.expected.console.basePath': 'Erwartet wird ein Pfad wie /dropwise ohne Schrägstrich am Ende, oder nichts.',
  'settings.expected.console.tlsCertFile': 'Erwartet wird der Pfad einer Datei, oder nichts.',
  'settings.expected.console.tlsKeyFile': 'Erwartet wird der Pfad einer Datei, oder nichts.',
  'settings.expected.backup.schedule': 'Erwartet wird eine Cron-Zeile mit fünf Feldern, etwa 30 4 * * 0, oder nichts.',
  'settings.expected.backup.folder': 'Erwartet wird der Pfad eines Ordners, oder nichts.',
  'settings.expected.watching.transports': 'Erwartet wird mindestens ein Weg des Zusehens.',
};
