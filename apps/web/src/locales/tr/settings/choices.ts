import type { settingChoices as en } from '../../en/settings/choices.ts';

export const settingChoices: Record<keyof typeof en, string> = {
  'settings.choice.mining.mode.plan': 'En çok drop için plan',
  'settings.choice.mining.mode.priority_only': 'Yalnızca listenizdeki oyunlar',
  'settings.choice.mining.mode.ending_soonest': 'Önce biten',
  'settings.choice.mining.mode.low_availability': 'Zaman payı en az olan',
  'settings.choice.mining.mode.random': 'Rastgele',
  'settings.choice.mining.planGoal.drops': 'Olabildiğince çok drop',
  'settings.choice.mining.planGoal.campaigns': 'Olabildiğince çok tamamlanmış kampanya',
  'settings.choice.wish.must': 'Şart: “istiyorum” için asla vazgeçilmez',
  'settings.choice.wish.want': 'İstiyorum',
  'settings.choice.wish.fill': 'Zaman kalırsa: yalnızca artan zamanda',
  'settings.choice.wish.never': 'Asla',
  'settings.choice.twitch.client.tv': 'Televizyon',
  'settings.choice.twitch.client.android': 'Android uygulaması',
  'settings.choice.twitch.client.web': 'Web sayfası',
  'settings.choice.twitch.client.mobile-web': 'Telefonda web sayfası',
  'settings.choice.twitch.client.custom': 'Kendi istemci kimliğiniz',
  'settings.choice.twitch.socket.pubsub': 'PubSub',
  'settings.choice.twitch.socket.hermes': 'Hermes',
  'settings.choice.watching.transports.spade': 'Dakika olayları (spade)',
  'settings.choice.watching.transports.hls': 'Yayını indirme (hls)',
  'settings.choice.watching.transports.gql': 'GraphQL ile dakika olayları (gql)',

  'settings.expected.number': '{min} ile {max} arasında bir tam sayı bekleniyor.',
  'settings.expected.choice': 'Şunlardan biri bekleniyordu: {choices}.',
  'settings.expected.names': 'En çok {count, number} ad bekleniyor; hiçbiri boş veya 200 karakterden uzun olmamalı.',
  'settings.expected.mining.timeZone': 'Europe/Istanbul gibi bir saat dilimi adı bekleniyor ya da hiçbir şey.',
  'settings.expected.discovery.catalogueUrl':
    'https:// ile başlayan bir adres bekleniyor (http:// yalnızca bu makinede) ya da hiçbir şey.',
  'settings.expected.updates.url':
    'https:// ile başlayan bir adres bekleniyor (http:// yalnızca bu makinede) ya da hiçbir şey.',
  'settings.expected.twitch.customClientId': '20–40 küçük harf ve rakam bekleniyor ya da hiçbir şey.',
  'settings.expected.network.proxy':
    'socks5://127.0.0.1:1080 gibi bir http, https veya socks5 adresi bekleniyor ya da hiçbir şey.',
  'settings.expected.console.host': 'Bir IP adresi veya ana makine adı bekleniyor.',
  'settings.expected.console.basePath':
    'Sonunda eğik çizgi olmayan, /dropwise gibi bir yol bekleniyor ya da hiçbir şey.',
  'settings.expected.console.tlsCertFile': 'Bir dosya yolu bekleniyor ya da hiçbir şey.',
  'settings.expected.console.tlsKeyFile': 'Bir dosya yolu bekleniyor ya da hiçbir şey.',
  'settings.expected.backup.schedule': '30 4 * * 0 gibi beş alanlı bir cron satırı bekleniyor ya da hiçbir şey.',
  'settings.expected.backup.folder': 'Bir klasör yolu bekleniyor ya da hiçbir şey.',
  'settings.expected.watching.transports': 'En az bir izleme yolu bekleniyor.',
};
