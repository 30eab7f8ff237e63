import type { settingChoices as en } from '../../en/settings/choices.ts';

export const settingChoices: Record<keyof typeof en, string> = {
  'settings.choice.mining.mode.plan': 'Plan: el mayor número de drops',
  'settings.choice.mining.mode.priority_only': 'Solo los juegos de tu lista',
  'settings.choice.mining.mode.ending_soonest': 'Lo que termina antes',
  'settings.choice.mining.mode.low_availability': 'Lo que tiene menos margen de tiempo',
  'settings.choice.mining.mode.random': 'Azar',
  'settings.choice.mining.planGoal.drops': 'Tantos drops como sea posible',
  'settings.choice.mining.planGoal.campaigns': 'Tantas campañas completas como sea posible',
  'settings.choice.wish.must': 'Esencial: nunca se descarta por algo que solo quieres',
  'settings.choice.wish.want': 'Lo quiero',
  'settings.choice.wish.fill': 'Relleno: solo en el tiempo que sobre',
  'settings.choice.wish.never': 'Nunca',
  'settings.choice.twitch.client.tv': 'Televisión',
  'settings.choice.twitch.client.android': 'Aplicación de Android',
  'settings.choice.twitch.client.web': 'Página web',
  'settings.choice.twitch.client.mobile-web': 'Página web en el teléfono',
  'settings.choice.twitch.client.custom': 'Tu propio id de cliente',
  'settings.choice.twitch.socket.pubsub': 'PubSub',
  'settings.choice.twitch.socket.hermes': 'Hermes',
  'settings.choice.watching.transports.spade': 'Eventos por minuto (spade)',
  'settings.choice.watching.transports.hls': 'Descargar la transmisión (hls)',
  'settings.choice.watching.transports.gql': 'Eventos por minuto mediante GraphQL (gql)',
  'settings.expected.number': 'Se espera un número entero de {min} a {max}.',
  'settings.expected.choice': 'Se esperaba uno de estos: {choices}.',
  'settings.expected.names':
    'Se esperan como mucho {count, number} nombres, ninguno vacío ni de más de 200 caracteres.',
  'settings.expected.mining.timeZone': 'Se espera el nombre de una zona horaria como Europe/Madrid, o nada.',
  'settings.expected.discovery.catalogueUrl':
    'Se espera una dirección que empiece por https:// (http:// solo en este equipo), o nada.',
  'settings.expected.updates.url':
    'Se espera una dirección que empiece por https:// (http:// solo en este equipo), o nada.',
  'settings.expected.twitch.customClientId': 'Se esperan de 20 a 40 letras minúsculas y cifras, o nada.',
  'settings.expected.network.proxy':
    'Se espera una dirección http, https o socks5 como socks5://127.0.0.1:1080, o nada.',
  'settings.expected.console.host': 'Se espera una dirección IP o un nombre de host.',
  'settings.expected.console.basePath': 'Se espera una ruta como /dropwise sin barra al final, o nada.',
  'settings.expected.console.tlsCertFile': 'Se espera la ruta de un archivo, o nada.',
  'settings.expected.console.tlsKeyFile': 'Se espera la ruta de un archivo, o nada.',
  'settings.expected.backup.schedule': 'Se espera una línea cron de cinco campos como 30 4 * * 0, o nada.',
  'settings.expected.backup.folder': 'Se espera la ruta de una carpeta, o nada.',
  'settings.expected.watching.transports': 'Se espera al menos una forma de ver.',
};
