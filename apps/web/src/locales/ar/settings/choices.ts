import type { settingChoices as en } from '../../en/settings/choices.ts';

export const settingChoices: Record<keyof typeof en, string> = {
  'settings.choice.mining.mode.plan': 'خطة لأكبر عدد من الدروبات',
  'settings.choice.mining.mode.priority_only': 'الألعاب التي في قائمتك فقط',
  'settings.choice.mining.mode.ending_soonest': 'ما ينتهي أولًا',
  'settings.choice.mining.mode.low_availability': 'ما لديه أقل فائض من الوقت',
  'settings.choice.mining.mode.random': 'المصادفة',
  'settings.choice.mining.planGoal.drops': 'أكبر عدد ممكن من الدروبات',
  'settings.choice.mining.planGoal.campaigns': 'أكبر عدد ممكن من الحملات المكتملة',
  'settings.choice.wish.must': 'ضروري: لا يُترك أبدًا من أجل مرغوب',
  'settings.choice.wish.want': 'مرغوب',
  'settings.choice.wish.fill': 'إن توفر وقت: فقط في الوقت المتبقي',
  'settings.choice.wish.never': 'أبدًا',
  'settings.choice.twitch.client.tv': 'تلفزيون',
  'settings.choice.twitch.client.android': 'تطبيق Android',
  'settings.choice.twitch.client.web': 'صفحة ويب',
  'settings.choice.twitch.client.mobile-web': 'صفحة ويب على هاتف',
  'settings.choice.twitch.client.custom': 'معرّف عميلك الخاص',
  'settings.choice.twitch.socket.pubsub': 'PubSub',
  'settings.choice.twitch.socket.hermes': 'Hermes',
  'settings.choice.watching.transports.spade': 'أحداث الدقائق (spade)',
  'settings.choice.watching.transports.hls': 'جلب البث (hls)',
  'settings.choice.watching.transports.gql': 'أحداث الدقائق عبر GraphQL (gql)',

  'settings.expected.number': 'المتوقع عدد صحيح من {min} إلى {max}.',
  'settings.expected.choice': 'المتوقع واحد من: {choices}.',
  'settings.expected.names': 'المتوقع أسماء لا يتجاوز عددها {count, number}، ليس بينها فارغ ولا أطول من 200 حرف.',
  'settings.expected.mining.timeZone': 'المتوقع اسم منطقة زمنية مثل \u2066Asia/Riyadh\u2069، أو لا شيء.',
  'settings.expected.discovery.catalogueUrl':
    'المتوقع عنوان يبدأ بـ \u2066https://\u2069 (و\u2066http://\u2069 على هذا الجهاز فقط)، أو لا شيء.',
  'settings.expected.updates.url':
    'المتوقع عنوان يبدأ بـ \u2066https://\u2069 (و\u2066http://\u2069 على هذا الجهاز فقط)، أو لا شيء.',
  'settings.expected.twitch.customClientId': 'المتوقع من 20 إلى 40 حرفًا لاتينيًا صغيرًا ورقمًا، أو لا شيء.',
  'settings.expected.network.proxy':
    'المتوقع عنوان http أو https أو socks5 مثل \u2066socks5://127.0.0.1:1080\u2069، أو لا شيء.',
  'settings.expected.console.host': 'المتوقع عنوان IP أو اسم مضيف.',
  'settings.expected.console.basePath': 'المتوقع مسار مثل \u2066/dropwise\u2069 بلا شرطة مائلة في آخره، أو لا شيء.',
  'settings.expected.console.tlsCertFile': 'المتوقع مسار ملف، أو لا شيء.',
  'settings.expected.console.tlsKeyFile': 'المتوقع مسار ملف، أو لا شيء.',
  'settings.expected.backup.schedule': 'المتوقع سطر cron من خمسة حقول مثل \u206630 4 * * 0\u2069، أو لا شيء.',
  'settings.expected.backup.folder': 'المتوقع مسار مجلد، أو لا شيء.',
  'settings.expected.watching.transports': 'المتوقع طريقة مشاهدة واحدة على الأقل.',
};
