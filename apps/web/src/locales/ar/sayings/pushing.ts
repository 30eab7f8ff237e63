import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent': 'لم يقل المعدِّن خلال {seconds} ث إنه أخذ بالإعدادات. اطّلع على سجله، أو أعد تشغيله.',
  'sayings.command-unanswered': 'لم يُجب المعدِّن منذ {seconds} ث. قد يفعل بعد ذلك؛ يُعرف ذلك من سجله.',
  'sayings.command-too-many': 'عدد الأوامر التي تنتظر المعدِّن بلغ {commandCount}. انتظر حتى يُجاب عنها.',
  'sayings.peer-not-kept': 'لم يحتفظ {peer} بـ {name}: له هناك قيمته الخاصة.',
  'sayings.peer-push-file': 'إنه لا يعمل: يُكتب الملف، ويُقرأ عند تشغيله التالي.',
  'sayings.peer-push-restart':
    'يقرأ TDM إعداداته عند تشغيله ويحفظ إعداداته عند انتهائه: يُوقف ويُكتب الملف ثم يُشغَّل من جديد.',
  'sayings.peer-push-api': 'يأخذ rangermix بالإعدادات وهو يعمل.',
};
