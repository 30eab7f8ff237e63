import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing': '{path} должен быть файлом, но его там нет. Исправьте путь в команде майнера.',
  'sayings.prepare-file-unseen':
    '{path} должен быть файлом, но система ответила: {detail}. Исправьте путь в команде майнера.',
  'sayings.prepare-no-file': '{path} должен быть файлом, но это что-то другое. Исправьте путь.',
  'sayings.prepare-unreadable': '{path} должен быть доступен этой учётной записи для чтения, но недоступен.',
  'sayings.prepare-not-executable': '{path} должен быть исполняемым, но это не так. Разрешите это: {command}',
  'sayings.prepare-not-on-path':
    'Программа {program} ожидалась в одной из папок PATH, но её нет ни в одной. Укажите полный путь.',
  'sayings.prepare-no-command-or-log':
    'Нужна команда или файл журнала, но в определении нет ни того, ни другого. Укажите программу для запуска.',
  'sayings.prepare-no-command-or-url':
    'Нужна команда или адрес, но в определении нет ни того, ни другого. Укажите python с путём к его main.py или адрес, где он работает: {url}.',
  'sayings.prepare-tdm-no-command':
    'TDM нужна команда, но её нет. Укажите его исполняемый файл, AppImage или python с путём к его main.py.',
  'sayings.prepare-tdm-no-log':
    'По имени {program} не понять, где он хранит log.txt. Укажите полный путь к нему или путь к файлу журнала.',
  'sayings.prepare-tdm-no-display':
    'TDM открывает окно, и ему нужен экран, но не задана ни DISPLAY, ни WAYLAND_DISPLAY. Задайте одну из них в его окружении или поставьте xvfb-run перед его командой.',
  'sayings.prepare-no-miner': 'Майнер ожидается в {path}, но прочитать там ничего нельзя. Установите Dropwise заново.',
  'sayings.prepare-called-off': 'Остановлен раньше, чем запущен.',
  'sayings.prepare-failed': 'Его не удалось подготовить: {detail}',
};
