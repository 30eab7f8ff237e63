import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'قد يطلب Twitch استلام مكافأة على صفحته. عندها يخبرك Dropwise ويعطيك الرابط؛ ولا يستلم عنك هناك.',
  'sayings.limit-android':
    'لا يسمح Twitch لأحد بتسجيل الدخول من جديد بهذا العميل (android): يبقى الدخول صالحًا حتى ينهيه Twitch.',
  'sayings.limit-mobile-web': 'رفض Twitch طلبات من هذا العميل (mobile-web)؛ أما tv فيعمل.',
  'sayings.limit-web': 'يرفض Twitch إعطاء هذا العميل (web) قائمة الحملات والاستلام ما لم يضمنه متصفح؛ أما tv فيعمل.',
  'sayings.limit-no-list':
    'لا يعرض Twitch لهذا الدخول ({client}) قائمة كل الحملات. الجارية منها معروفة؛ وغيرها يأتي من فهرس المجتمع إن كان discovery.catalogue مفعّلًا.',
  'sayings.limit-list-doubtful': 'قد لا يعرض Twitch لهذا الدخول ({client}) قائمة كل الحملات.',
};
