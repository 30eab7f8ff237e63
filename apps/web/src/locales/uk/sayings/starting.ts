import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing': '{path} має бути файлом, але його там немає. Виправте шлях у команді майнера.',
  'sayings.prepare-file-unseen':
    '{path} має бути файлом, але система відповіла: {detail}. Виправте шлях у команді майнера.',
  'sayings.prepare-no-file': '{path} має бути файлом, але це щось інше. Виправте шлях.',
  'sayings.prepare-unreadable': '{path} має бути доступним цьому обліковому запису для читання, але недоступний.',
  'sayings.prepare-not-executable': '{path} має бути виконуваним, але це не так. Дозвольте це: {command}',
  'sayings.prepare-not-on-path':
    'Програма {program} очікувалася в одній із тек PATH, але її немає в жодній. Вкажіть повний шлях.',
  'sayings.prepare-no-command-or-log':
    'Потрібна команда або файл журналу, але у визначенні немає ні того, ні іншого. Вкажіть програму для запуску.',
  'sayings.prepare-no-command-or-url':
    'Потрібна команда або адреса, але у визначенні немає ні того, ні іншого. Вкажіть python зі шляхом до його main.py або адресу, де він працює: {url}.',
  'sayings.prepare-tdm-no-command':
    'TDM потрібна команда, але її немає. Вкажіть його виконуваний файл, AppImage або python зі шляхом до його main.py.',
  'sayings.prepare-tdm-no-log':
    'З назви {program} не зрозуміти, де він зберігає log.txt. Вкажіть повний шлях до нього або шлях до файлу журналу.',
  'sayings.prepare-tdm-no-display':
    'TDM відкриває вікно, і йому потрібен екран, але не задано ні DISPLAY, ні WAYLAND_DISPLAY. Задайте одну з них у його середовищі або поставте xvfb-run перед його командою.',
  'sayings.prepare-no-miner':
    'Майнер очікується в {path}, але прочитати там нічого не можна. Установіть Dropwise знову.',
  'sayings.prepare-called-off': 'Зупинений раніше, ніж запущений.',
  'sayings.prepare-failed': 'Його не вдалося підготувати: {detail}',
};
