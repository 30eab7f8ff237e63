import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': 'لم يعد ممكنًا إنهاء {from}.',
  'sayings.switch-only': 'ما يمكن مشاهدته الآن هو {to}.',
  'sayings.switch-wish': '{to}: {toWish}، {from}: {fromWish}.',
  'sayings.switch-harms': 'ستأخذ {from} دقائق يحتاج إليها غيرها لينتهي في وقته.',
  'sayings.switch-cut-short': 'سيلزم ترك {from} قبل أن ينتهي دروبها التالي.',
  'sayings.switch-fills': 'تأتي {from} بأقل مما تساويه دقيقة: تملأ ما يتبقى.',
  'sayings.switch-tighter': 'لدى {to} فسحة {toSpareMinutes}، ولدى {from} فسحة {fromSpareMinutes}.',
  'sayings.switch-cheaper': 'تعطي {to} دروبًا مقابل {toDropMinutes} من المشاهدة، و{from} مقابل {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    'تعطي {to} دروبًا مقابل {toDropMinutes} من المشاهدة، و{from} مقابل {fromDropMinutes}؛ الفسحة: {toSpareMinutes} مقابل {fromSpareMinutes}.',
  'sayings.risk-waits': 'ينتظر أن يبثه أحد',
  'sayings.risk-tight':
    'ليس لديه من الفسحة إلا {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'sayings.risk-given-up': 'يذهب وقته إلى {names}',
  'sayings.risk-lacks':
    'ينقصه {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'sayings.risk-not-linked': 'حسابه غير مربوط بـ Twitch',
  'sayings.risk-precondition': 'يجب استلام دروب آخر أولًا',
  'sayings.risk-no-channel': 'لا يُرجَّح أن يبثه أحد في الوقت',
  'sayings.risk-too-late': 'بقي وقت قليل جدًا',
  'sayings.risk-paused': 'التعدين متوقف مؤقتًا معظم وقته',
  'sayings.risk-nothing': 'لا شيء مما يُشاهَد يستطيع إنهاءه',
};
