import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'تنظر الخطة أسبوعين إلى الأمام لأكبر عدد من الدروبات بحسب رغباتك. أما الأنماط الأخرى فترتّب الألعاب بقاعدة واحدة، وألعاب قائمتك تأتي أولًا فيها كلها.',
  'settings.doc.mining.priority': 'أسماء ألعاب، الأكثر رغبة أولًا. لا فرق بين الحروف الكبيرة والصغيرة.',
  'settings.doc.mining.wishes.games':
    'كم تريد كل لعبة. الألعاب غير المذكورة هنا مرغوبة إن كانت في قائمتك أعلاه أو كانت تلك القائمة فارغة، وإلا فهي تملأ الوقت المتبقي.',
  'settings.doc.mining.wishes.campaigns': 'الأمر نفسه لحملات بعينها، بالمعرّف أو بالاسم المطابق. يعلو رغبة لعبتها.',
  'settings.doc.mining.wishes.drops':
    'الأمر نفسه لدروبات بعينها، بالمعرّف. يعلو رغبتي حملته ولعبته. وما استُبعد أدناه يعلو كل رغبة.',
  'settings.doc.mining.planGoal': 'ما تسعى الخطة إلى الإكثار منه.',
  'settings.doc.mining.exclude.games': 'أسماء ألعاب لا تُعدَّن أبدًا.',
  'settings.doc.mining.exclude.campaigns': 'حملات لا تُعدَّن أبدًا، بالمعرّف أو بالاسم المطابق.',
  'settings.doc.mining.exclude.drops': 'دروبات لا تُعدَّن أبدًا، بالمعرّف.',
  'settings.doc.mining.exclude.keywords': 'أجزاء من أسماء: كل حملة أو دروب يحتوي اسمه على أحدها لا يُعدَّن أبدًا.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'تعدين المكافآت التي تذهب مباشرة إلى حساب اللعبة.',
  'settings.doc.mining.benefits.BADGE': 'تعدين شارات الدردشة.',
  'settings.doc.mining.benefits.EMOTE': 'تعدين الرموز التعبيرية.',
  'settings.doc.mining.benefits.CODE': 'تعدين المكافآت التي تأتي ككود.',
  'settings.doc.mining.benefits.UNKNOWN': 'تعدين المكافآت من أنواع أضافها Twitch بعد هذا الإصدار.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'تعدين الشارات والرموز التعبيرية حتى حيث لا حساب لعبة مرتبط: فهي لا تحتاج إليه.',
  'settings.doc.mining.seed': 'يحدد الترتيب حين تُختار الألعاب مصادفةً، والرقم نفسه يعطي الترتيب نفسه.',
  'settings.doc.mining.pausedHours':
    'متى لا يُعدَّن شيء. الساعات التي تتجاوز منتصف الليل تتبع اليوم الذي تبدأ فيه. ويستمر استلام الدروبات.',
  'settings.doc.mining.timeZone': 'التي تُقرأ بها ساعات التوقف وساعات الهدوء.',
  'settings.doc.discovery.availableDrops': 'سؤال القنوات التي تبث ألعابًا مرغوبة عن الحملات التي تشارك فيها.',
  'settings.doc.discovery.catalogue': 'قراءة فهرس عام للحملات يرعاه آخرون. ليس من Twitch ولا يعرف شيئًا عن حسابك.',
  'settings.doc.discovery.catalogueUrl': 'أين يوجد ذلك الفهرس.',
  'settings.doc.watching.transports': 'بالترتيب الذي تُجرَّب به. تُستخدم التالية حين لا تُحتسب الدقائق.',
  'settings.doc.twitch.client':
    'بأي صفة يسجّل Dropwise الدخول إلى Twitch. الجلسة تخص نوعًا واحدًا: بعد التغيير تسجّل الدخول مجددًا.',
  'settings.doc.twitch.customClientId': 'يُستخدم فقط حين يكون نوع العميل أعلاه عميلك الخاص.',
  'settings.doc.twitch.socket': 'الذي يصل التقدم عبره.',
  'settings.doc.network.proxy': 'لكل ما يذهب إلى Twitch. قد يحتوي على اسم وكلمة مرور، لذلك يُحفظ سرًا.',
  'settings.doc.network.connectionQuality': 'يضاعف كل مهلة زمنية: 1 لاتصال جيد، و6 لاتصال بطيء جدًا.',
  'settings.doc.maintenance.reloadMinutes': 'كم مرة يُسأل Twitch عن كل شيء من جديد.',
  'settings.doc.logging.keepDays': 'ملفات السجل اليومية الأقدم من هذا تُحذف.',
  'settings.doc.console.host':
    'كل ما عدا عنوان هذا الجهاز نفسه (\u2066127.0.0.1, ::1, localhost\u2069) يحتاج إلى كلمة مرور.',
  'settings.doc.console.port': 'حيث تستمع وحدة التحكم. القيمة 0 تأخذ منفذًا حرًا.',
  'settings.doc.console.basePath':
    'المسار الذي يُقدَّم كل شيء تحته، خلف وكيل عكسي يتشارك مضيفه مع غيره، مثل \u2066/dropwise\u2069.',
  'settings.doc.console.allowedHosts':
    'الأسماء التي ترد وحدة التحكم عليها إلى جانب العنوان الذي تستمع إليه، مثل nas.local أو drops.example.org. ويُرفض ما عداها، كي لا تصل إليها أي صفحة ويب باسم تضعه هي.',
  'settings.doc.console.trustedProxies':
    'عناوين أو نطاقات (\u2066172.16.0.0/12\u2069) لوكلاء عكسيين يُصدَّقون حين يقولون من السائل.',
  'settings.doc.console.tlsCertFile': 'بصيغة PEM، لتقديم HTTPS، مع ملف المفتاح.',
  'settings.doc.console.tlsKeyFile': 'بصيغة PEM، للشهادة أعلاه.',
  'settings.doc.console.sessionDays': 'تُحسب من آخر زيارة للمتصفح.',
  'settings.doc.console.metrics': 'تقديم \u2066/metrics\u2069. يطلب تسجيل الدخول أو مفتاح API كغيره.',
  'settings.doc.history.factDays': 'الأحداث المفردة. أما الدروبات المستلَمة والدقائق حسب اليوم فتُحفظ للأبد.',
  'settings.doc.history.lineDays': 'في قاعدة البيانات، ولملفات السجل حدّها الخاص.',
  'settings.doc.history.sampleDays': 'قياسات المعالج والذاكرة.',
  'settings.doc.history.auditDays': 'سجل التدقيق، والإعدادات السابقة.',
  'settings.doc.history.maxMegabytes': 'فوق هذا الحد تذهب أقدم أسطر السجل، ثم القياسات، ثم الأحداث، قبل أوانها.',
  'settings.doc.notifications.quietHours':
    'ساعات لا يُرسَل فيها إلا ما يحتاج إليك فورًا. ويأتي الباقي بعدها في رسالة واحدة.',
  'settings.doc.notifications.repeatMinutes':
    'الرسالة نفسها عن الأمر نفسه لا تُرسَل مجددًا قبل مرور هذا العدد من الدقائق.',
  'settings.doc.notifications.uncountedMinutes': 'كم يُسمح لـ Twitch ألا يحتسب شيئًا أثناء المشاهدة قبل أن تُخبَر.',
  'settings.doc.backup.schedule':
    'متى تُنشأ نسخة احتياطية من الإعدادات والتاريخ، كسطر cron مثل \u206630 4 * * *\u2069، والفراغ يعني ألا تُنشأ تلقائيًا أبدًا. ولا تدخلها بيانات الاعتماد إلا حين يشير DROPWISE_BACKUP_PASSPHRASE_FILE إلى ملف فيه عبارة مرور.',
  'settings.doc.backup.keep': 'الأقدم يذهب أولًا.',
  'settings.doc.backup.folder': 'أين تذهب النسخ الاحتياطية، والفراغ يعني المجلد backups في مجلد البيانات.',
  'settings.doc.updates.check': 'مرة في اليوم. وما دام متوقفًا لا يُسأل أحد أبدًا.',
  'settings.doc.updates.url': 'عنوان يرد بـ JSON فيه version (أو tag_name)، وفيه url إن شاء.',
};
