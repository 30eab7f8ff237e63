import type { settingChoices as en } from '../../en/settings/choices.ts';

export const settingChoices: Record<keyof typeof en, string> = {
  'settings.choice.mining.mode.plan': 'План для найбільшої кількості дропів',
  'settings.choice.mining.mode.priority_only': 'Лише ігри з вашого списку',
  'settings.choice.mining.mode.ending_soonest': 'Те, що закінчується раніше',
  'settings.choice.mining.mode.low_availability': 'Те, що має найменший запас часу',
  'settings.choice.mining.mode.random': 'Випадково',
  'settings.choice.mining.planGoal.drops': 'Якомога більше дропів',
  'settings.choice.mining.planGoal.campaigns': 'Якомога більше завершених кампаній',
  'settings.choice.wish.must': 'Обов’язково: не відкидається заради «хочу»',
  'settings.choice.wish.want': 'Хочу',
  'settings.choice.wish.fill': 'Якщо є час: лише в час, що лишається',
  'settings.choice.wish.never': 'Ніколи',
  'settings.choice.twitch.client.tv': 'Телевізор',
  'settings.choice.twitch.client.android': 'Застосунок Android',
  'settings.choice.twitch.client.web': 'Вебсторінка',
  'settings.choice.twitch.client.mobile-web': 'Вебсторінка на телефоні',
  'settings.choice.twitch.client.custom': 'Власний ідентифікатор клієнта',
  'settings.choice.twitch.socket.pubsub': 'PubSub',
  'settings.choice.twitch.socket.hermes': 'Hermes',
  'settings.choice.watching.transports.spade': 'Похвилинні події (spade)',
  'settings.choice.watching.transports.hls': 'Завантаження потоку (hls)',
  'settings.choice.watching.transports.gql': 'Похвилинні події через GraphQL (gql)',

  'settings.expected.number': 'Очікується ціле число від {min} до {max}.',
  'settings.expected.choice': 'Очікувалося одне з: {choices}.',
  'settings.expected.names': 'Назв очікується щонайбільше {count, number}, без порожніх і довших за 200 символів.',
  'settings.expected.mining.timeZone': 'Очікується назва часового поясу, наприклад Europe/Kyiv, або нічого.',
  'settings.expected.discovery.catalogueUrl':
    'Очікується адреса, що починається з https:// (http:// лише на цьому комп’ютері), або нічого.',
  'settings.expected.updates.url':
    'Очікується адреса, що починається з https:// (http:// лише на цьому комп’ютері), або нічого.',
  'settings.expected.twitch.customClientId': 'Очікується від 20 до 40 малих латинських літер і цифр або нічого.',
  'settings.expected.network.proxy':
    'Очікується адреса http, https або socks5, наприклад socks5://127.0.0.1:1080, або нічого.',
  'settings.expected.console.host': 'Очікується IP-адреса або ім’я хоста.',
  'settings.expected.console.basePath': 'Очікується шлях на кшталт /dropwise без скісної риски в кінці або нічого.',
  'settings.expected.console.tlsCertFile': 'Очікується шлях до файлу або нічого.',
  'settings.expected.console.tlsKeyFile': 'Очікується шлях до файлу або нічого.',
  'settings.expected.backup.schedule': 'Очікується рядок cron із п’яти полів, наприклад 30 4 * * 0, або нічого.',
  'settings.expected.backup.folder': 'Очікується шлях до теки або нічого.',
  'settings.expected.watching.transports': 'Очікується принаймні один спосіб перегляду.',
};
