import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'Майнер за {seconds} с не повідомив, що прийняв налаштування. Перегляньте його журнал або перезапустіть його.',
  'sayings.command-unanswered':
    'Майнер не відповідає вже {seconds} с. Можливо, ще відповість; це видно в його журналі.',
  'sayings.command-too-many': 'На майнера вже чекають команди: {commandCount}. Зачекайте, доки він на них відповість.',
  'sayings.peer-not-kept': '{peer} не зберіг {name}: там його власне значення.',
  'sayings.peer-push-file': 'Він не працює: файл буде записано й прочитано під час наступного запуску.',
  'sayings.peer-push-restart':
    'TDM читає налаштування під час запуску, а наприкінці зберігає свої: його буде зупинено, файл записано, і він запуститься знову.',
  'sayings.peer-push-api': 'rangermix приймає налаштування під час роботи.',
};
