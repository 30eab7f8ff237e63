import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'لا تُعدَّن إلا الألعاب التي في قائمتك، والقائمة فارغة: لن يُعدَّن شيء. أدرج لعبة، أو اختر نمطًا آخر.',
  'settings.warning.listed-excluded': '{name} في قائمتك وفي المستبعدات معًا: لن تُعدَّن. أزلها من إحداهما.',
  'settings.warning.listed-twice': '{name} في قائمتك أكثر من مرة: لا يُعتدّ إلا بموضعها الأول.',
  'settings.warning.listed-never': '{name} في قائمتك، ورغبتك فيها «أبدًا»: لن تُعدَّن. غيّر أحدهما.',
  'settings.warning.wished-excluded': 'لديك رغبة في {name}، وهي مستبعدة: لن تُعدَّن. أزلها من أحدهما.',
  'settings.warning.wished-twice':
    'تقول رغباتك «{otherWish}» عن {other} و«{wish}» عن {name}، وهما واحد: يُعتدّ بـ«{wish}». أزل أحدهما.',
  'settings.warning.no-benefit': 'كل أنواع المكافآت متوقفة: لن يُعدَّن شيء. فعّل نوعًا.',
  'settings.warning.no-hours': 'ساعات التوقف لا تترك ساعة في الأسبوع: لن يُعدَّن شيء. اترك بعض الوقت.',
  'settings.warning.catalogue-nowhere': 'يُفترض أن يُقرأ فهرس عام، وعنوانه ناقص: لا يُقرأ أي فهرس. أعطِ عنوانه.',
  'settings.warning.client-without-id':
    'نوع العميل هو عميلك الخاص، ومعرّفه ناقص: لا يمكن تسجيل الدخول. أعطِ معرّف العميل.',
  'settings.warning.client-id-unused': 'لا أثر لمعرّف عميلك الخاص ما دام نوع آخر من العملاء مختارًا.',
};
