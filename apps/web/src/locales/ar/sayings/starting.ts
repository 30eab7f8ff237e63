import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing': 'يجب أن يكون {path} ملفًا، لكنه غير موجود. صحّح المسار في أمر المعدِّن.',
  'sayings.prepare-file-unseen': 'يجب أن يكون {path} ملفًا، لكن النظام أجاب: {detail}. صحّح المسار في أمر المعدِّن.',
  'sayings.prepare-no-file': 'يجب أن يكون {path} ملفًا، لكنه شيء آخر. صحّح المسار.',
  'sayings.prepare-unreadable': 'يجب أن يكون {path} قابلًا للقراءة لهذا الحساب، لكنه ليس كذلك.',
  'sayings.prepare-not-executable': 'يجب أن يكون {path} قابلًا للتنفيذ، لكنه ليس كذلك. اسمح بذلك: {command}',
  'sayings.prepare-not-on-path':
    'كان يُتوقع البرنامج {program} في أحد مجلدات PATH، لكنه ليس في أيٍّ منها. اذكر مساره الكامل.',
  'sayings.prepare-no-command-or-log':
    'كان يُتوقع أمر أو ملف سجل، لكن التعريف ليس فيه أيٌّ منهما. اذكر البرنامج الذي يُشغَّل.',
  'sayings.prepare-no-command-or-url':
    'كان يُتوقع أمر أو عنوان، لكن التعريف ليس فيه أيٌّ منهما. اذكر python مع مسار main.py، أو أين يعمل: {url}.',
  'sayings.prepare-tdm-no-command':
    'يحتاج TDM إلى أمر، ولا أمر له. اذكر ملفه التنفيذي أو AppImage أو python مع مسار main.py.',
  'sayings.prepare-tdm-no-log': 'لا يُعرف من اسم {program} أين يحفظ log.txt. اذكر مساره الكامل، أو مسار ملف السجل.',
  'sayings.prepare-tdm-no-display':
    'يفتح TDM نافذة ويحتاج إلى شاشة، لكن لا DISPLAY ولا WAYLAND_DISPLAY مضبوط. اضبط أحدهما في بيئته، أو ضع xvfb-run قبل أمره.',
  'sayings.prepare-no-miner': 'يُتوقع المعدِّن في {path}، ولا يمكن قراءة شيء هناك. ثبّت Dropwise من جديد.',
  'sayings.prepare-called-off': 'أُوقف قبل أن يُشغَّل.',
  'sayings.prepare-failed': 'تعذّر تحضيره: {detail}',
};
