import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'Майнер за {seconds} с не сообщил, что принял настройки. Посмотрите его журнал или перезапустите его.',
  'sayings.command-unanswered': 'Майнер не отвечает уже {seconds} с. Возможно, ещё ответит; это видно в его журнале.',
  'sayings.command-too-many': 'Майнера уже ждут команды: {commandCount}. Подождите, пока он на них ответит.',
  'sayings.peer-not-kept': '{peer} не сохранил {name}: там его собственное значение.',
  'sayings.peer-push-file': 'Он не работает: файл будет записан и прочитан при следующем запуске.',
  'sayings.peer-push-restart':
    'TDM читает настройки при запуске, а при завершении сохраняет свои: он будет остановлен, файл записан, и он запустится снова.',
  'sayings.peer-push-api': 'rangermix принимает настройки во время работы.',
};
