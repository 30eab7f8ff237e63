import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: отвечает как HTTP-прокси и пропускает нас.',
  'sayings.proxy-socks-works': '{address}: отвечает как прокси SOCKS5 и пропускает нас.',
  'sayings.proxy-socks-accepts': '{address}: отвечает как прокси SOCKS5 и принимает имя и пароль.',
  'sayings.proxy-not-http': '{address}: отвечает не так, как HTTP-прокси.',
  'sayings.proxy-not-socks': '{address}: отвечает не так, как прокси SOCKS5.',
  'sayings.proxy-web-server': '{address}: отвечает {status}, как веб-сервер, который не прокси.',
  'sayings.proxy-wants-name': '{address}: просит имя и пароль.',
  'sayings.proxy-refuses-name': '{address}: не принимает имя и пароль.',
  'sayings.proxy-other-sign-in': '{address}: хочет способ входа, который здесь неизвестен.',
  'sayings.proxy-long-name': '{address}: имя или пароль SOCKS5 — не более {maxBytes} байт.',
  'sayings.proxy-too-slow': '{address}: не ответил за {seconds} с. Проверьте хост и порт.',
  'sayings.proxy-talks': '{address}: сказал больше, чем бывает в ответе. Проверьте, что там прокси такого вида.',
  'sayings.proxy-hangs-up': '{address}: закрыл соединение вместо ответа. Проверьте, что там прокси такого вида.',
  'sayings.proxy-nobody': '{address}: там никто не слушает. Проверьте хост и порт и работает ли прокси.',
  'sayings.proxy-unknown-host': '{address}: имя хоста неизвестно. Проверьте написание.',
  'sayings.proxy-no-way': '{address}: к этому хосту нет пути. Проверьте адрес и сеть.',
  'sayings.proxy-broke': '{address}: оборвал соединение. Проверьте, что там прокси такого вида.',
  'sayings.proxy-failed': '{address}: соединение не удалось ({errorCode}). Проверьте схему, хост и порт.',
  'sayings.import-unknown': '{name} — неизвестная здесь настройка {peer}, она опущена.',
  'sayings.import-misfit': '{name} опускается: значение в файле не подходит.',
  'sayings.import-no-setting': 'Настройки {name} нет: она опущена.',
  'sayings.import-stays': '«{key}» остаётся как есть: то, что в файле, не подходит.',
  'sayings.import-left-out': '«{key}» опускается: значение в файле не подходит.',
  'sayings.import-code-rewards': 'Награды в виде кода здесь отдельного вида: mining.benefits.CODE остаётся как есть.',
  'sayings.import-page-only': '{name} относится к странице rangermix и не имеет соответствия.',
  'sayings.import-window-only': '{name} относится к окну TDM и не имеет соответствия.',
  'sayings.import-no-games':
    'games_to_watch пуст, поэтому rangermix ничего не добывает, а с mining.mode priority_only — и Dropwise.',
  'sayings.import-badges':
    'TDM не добывает кампании со значком или эмоутом, пока enable_badges_emotes выключено. Здесь такая кампания пропускается, только если аккаунт не привязан; выключите mining.benefits.BADGE и mining.benefits.EMOTE, чтобы пропускать больше.',
  'sayings.import-autostart': 'autostart_tray не имеет соответствия: Dropwise запускается как служба.',
  'sayings.import-tray': 'tray_notifications не имеет соответствия: уведомления идут по каналам, которые вы настроите.',
  'sayings.import-empty-names':
    '«{key}»: {count, plural, one {опущено # пустое имя} few {опущено # пустых имени} many {опущено # пустых имён} other {опущено # пустого имени}}.',
  'sayings.import-bent': '«{key}» равно {taken}, а не {given}: допустимо от {min} до {max}.',
  'sayings.settings-unreadable': '{path} должен читаться, но система ответила: {detail}. Работа идёт без него.',
  'sayings.settings-broken':
    '{path} должен быть JSON, но строка {line}, столбец {column} не подходит. Он остаётся как есть{copy, select, none {} other {, копия — в {copy}}}. Работа идёт без него: исправьте эту строку.',
  'sayings.settings-misfit':
    '{place}: «{key}» не может быть {found}. {detail} {origin, select, file {Действует значение из файла настроек.} environment {Действует значение из окружения.} other {Действует значение по умолчанию.}}',
  'sayings.settings-unknown': '{place}: настройки {name} нет. Она ни на что не влияет.',
  'sayings.settings-unknown-near':
    '{place}: настройки {name} нет. Возможно, имеется в виду {near}. Она ни на что не влияет.',
  'sayings.storage-read-only':
    '{path} должен быть доступен для записи, но его файловая система смонтирована только для чтения. Смонтируйте её для записи или выберите другую папку через --data-dir.',
  'sayings.storage-full': '{path} должен принимать файлы, но диск или квота заполнены. Освободите место.',
  'sayings.storage-file-in-way':
    '{path} должен быть папкой, но на пути стоит файл {file}. Переместите его или выберите другую папку через --data-dir.',
  'sayings.storage-failing':
    '{path} должен быть папкой, принимающей файлы, но система ответила: {detail}. Исправьте это или выберите другую папку через --data-dir.',
  'sayings.storage-refused':
    '{path} должен быть доступен для записи, но система отказала. Дайте этой учётной записи право записи или выберите другую папку через --data-dir.',
  'sayings.storage-own-mode':
    '{path} должен быть доступен для записи, но система отказала: {folder} принадлежит {owner} (режим {mode}), а Dropwise работает как {account}. Дайте владельцу право записи.',
  'sayings.storage-not-made':
    '{path} нельзя создать: {folder} принадлежит {owner} (режим {mode}), а Dropwise работает как {account}. Создайте для него папку или выберите другую через --data-dir.',
  'sayings.storage-other-owner':
    '{path} должен быть доступен для записи, но система отказала: {folder} принадлежит {owner} (режим {mode}), а Dropwise работает как {account}. Передайте папку.',
};
