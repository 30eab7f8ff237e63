import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: يجيب كوكيل HTTP ويسمح لنا بالمرور.',
  'sayings.proxy-socks-works': '{address}: يجيب كوكيل SOCKS5 ويسمح لنا بالمرور.',
  'sayings.proxy-socks-accepts': '{address}: يجيب كوكيل SOCKS5 ويقبل الاسم وكلمة المرور.',
  'sayings.proxy-not-http': '{address}: لا يجيب كما يجيب وكيل HTTP.',
  'sayings.proxy-not-socks': '{address}: لا يجيب كما يجيب وكيل SOCKS5.',
  'sayings.proxy-web-server': '{address}: يجيب {status}، كخادم ويب ليس وكيلًا.',
  'sayings.proxy-wants-name': '{address}: يطلب اسمًا وكلمة مرور.',
  'sayings.proxy-refuses-name': '{address}: لا يقبل الاسم وكلمة المرور.',
  'sayings.proxy-other-sign-in': '{address}: يريد طريقة دخول غير معروفة هنا.',
  'sayings.proxy-long-name': '{address}: اسم SOCKS5 أو كلمة مروره {maxBytes} بايت على الأكثر.',
  'sayings.proxy-too-slow': '{address}: لم يجب خلال {seconds} ث. تحقّق من المضيف والمنفذ.',
  'sayings.proxy-talks': '{address}: قال أكثر مما يكون في جواب. تحقّق من أن هناك وكيلًا من هذا النوع.',
  'sayings.proxy-hangs-up': '{address}: أنهى الاتصال بدل أن يجيب. تحقّق من أن هناك وكيلًا من هذا النوع.',
  'sayings.proxy-nobody': '{address}: لا شيء يستمع هناك. تحقّق من المضيف والمنفذ، ومن أن الوكيل يعمل.',
  'sayings.proxy-unknown-host': '{address}: اسم المضيف غير معروف. تحقّق من كتابته.',
  'sayings.proxy-no-way': '{address}: لا طريق إلى ذلك المضيف. تحقّق من العنوان والشبكة.',
  'sayings.proxy-broke': '{address}: قطع الاتصال. تحقّق من أن هناك وكيلًا من هذا النوع.',
  'sayings.proxy-failed': '{address}: فشل الاتصال ({errorCode}). تحقّق من المخطط والمضيف والمنفذ.',
  'sayings.import-unknown': '{name} ليس إعدادًا معروفًا هنا من {peer}، ويُترك.',
  'sayings.import-misfit': 'يُترك {name}: قيمته في الملف غير صالحة.',
  'sayings.import-no-setting': 'لا يوجد إعداد {name}: يُترك.',
  'sayings.import-stays': 'يبقى «{key}» كما هو: ما في الملف غير صالح.',
  'sayings.import-left-out': 'يُترك «{key}»: قيمته في الملف غير صالحة.',
  'sayings.import-code-rewards': 'المكافآت التي تأتي رمزًا نوع قائم بذاته هنا: يبقى mining.benefits.CODE كما هو.',
  'sayings.import-page-only': '{name} يخص صفحة rangermix ولا مقابل له.',
  'sayings.import-window-only': '{name} يخص نافذة TDM ولا مقابل له.',
  'sayings.import-no-games':
    'games_to_watch فارغ، فلا يعدّن rangermix شيئًا، ومع mining.mode priority_only لا يعدّن Dropwise شيئًا أيضًا.',
  'sayings.import-badges':
    'لا يعدّن TDM أي حملة فيها شارة أو رمز تعبيري ما دام enable_badges_emotes معطَّلًا. هنا لا تُترك مثل هذه الحملة إلا حيث لا حساب مربوط؛ عطّل mining.benefits.BADGE و mining.benefits.EMOTE لترك المزيد.',
  'sayings.import-autostart': 'لا مقابل لـ autostart_tray: يبدأ Dropwise كخدمة.',
  'sayings.import-tray': 'لا مقابل لـ tray_notifications: تخرج الإشعارات عبر القنوات التي تُعدّها.',
  'sayings.import-empty-names':
    '«{key}»: {count, plural, zero {تُرك # اسم فارغ} one {تُرك اسم فارغ واحد} two {تُرك اسمان فارغان} few {تُركت # أسماء فارغة} many {تُرك # اسمًا فارغًا} other {تُرك # اسم فارغ}}.',
  'sayings.import-bent': '«{key}» هو {taken} لا {given}: من {min} إلى {max}.',
  'sayings.settings-unreadable': 'يجب أن يكون {path} مقروءًا، لكن النظام أجاب: {detail}. يستمر العمل دونه.',
  'sayings.settings-broken':
    'يجب أن يكون {path} ملف JSON، لكن السطر {line}، العمود {column} ليس كذلك. تُرك كما هو{copy, select, none {} other {، مع نسخة في {copy}}}. يستمر العمل دونه: أصلح ذلك السطر.',
  'sayings.settings-misfit':
    '{place}: لا يمكن أن يكون «{key}» ‏{found}. {detail} {origin, select, file {تسري قيمة ملف الإعدادات.} environment {تسري قيمة البيئة.} other {تسري القيمة الافتراضية.}}',
  'sayings.settings-unknown': '{place}: لا يوجد إعداد {name}. لا أثر له.',
  'sayings.settings-unknown-near': '{place}: لا يوجد إعداد {name}. لعل المقصود {near}. لا أثر له.',
  'sayings.storage-read-only':
    'يجب أن يقبل {path} الكتابة، لكن نظام ملفاته مركَّب للقراءة فقط. ركّبه للكتابة أو اختر مجلدًا آخر بـ ‎--data-dir.',
  'sayings.storage-full': 'يجب أن يقبل {path} الملفات، لكن القرص أو الحصة ممتلئة. أفرغ مساحة.',
  'sayings.storage-file-in-way':
    'يجب أن يكون {path} مجلدًا، لكن ملفًا يعترض الطريق عند {file}. انقله أو اختر مجلدًا آخر بـ ‎--data-dir.',
  'sayings.storage-failing':
    'يجب أن يكون {path} مجلدًا يقبل الملفات، لكن النظام أجاب: {detail}. أصلح ذلك أو اختر مجلدًا آخر بـ ‎--data-dir.',
  'sayings.storage-refused':
    'يجب أن يقبل {path} الكتابة، لكن النظام رفض. امنح هذا الحساب حق الكتابة هناك أو اختر مجلدًا آخر بـ ‎--data-dir.',
  'sayings.storage-own-mode':
    'يجب أن يقبل {path} الكتابة، لكن النظام رفض: {folder} ملك {owner} (النمط {mode})، و Dropwise يعمل باسم {account}. امنح المالك حق الكتابة.',
  'sayings.storage-not-made':
    'لا يمكن إنشاء {path}: {folder} ملك {owner} (النمط {mode})، و Dropwise يعمل باسم {account}. أنشئ المجلد له أو اختر غيره بـ ‎--data-dir.',
  'sayings.storage-other-owner':
    'يجب أن يقبل {path} الكتابة، لكن النظام رفض: {folder} ملك {owner} (النمط {mode})، و Dropwise يعمل باسم {account}. سلّم المجلد.',
};
