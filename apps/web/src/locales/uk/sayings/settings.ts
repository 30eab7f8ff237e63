import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: відповідає як HTTP-проксі й пропускає нас.',
  'sayings.proxy-socks-works': '{address}: відповідає як проксі SOCKS5 і пропускає нас.',
  'sayings.proxy-socks-accepts': '{address}: відповідає як проксі SOCKS5 і приймає ім’я та пароль.',
  'sayings.proxy-not-http': '{address}: відповідає не так, як HTTP-проксі.',
  'sayings.proxy-not-socks': '{address}: відповідає не так, як проксі SOCKS5.',
  'sayings.proxy-web-server': '{address}: відповідає {status}, як вебсервер, що не є проксі.',
  'sayings.proxy-wants-name': '{address}: просить ім’я та пароль.',
  'sayings.proxy-refuses-name': '{address}: не приймає ім’я та пароль.',
  'sayings.proxy-other-sign-in': '{address}: хоче спосіб входу, який тут невідомий.',
  'sayings.proxy-long-name': '{address}: ім’я або пароль SOCKS5 — не більше {maxBytes} байтів.',
  'sayings.proxy-too-slow': '{address}: не відповів за {seconds} с. Перевірте хост і порт.',
  'sayings.proxy-talks': '{address}: сказав більше, ніж буває у відповіді. Перевірте, що там проксі такого виду.',
  'sayings.proxy-hangs-up': '{address}: закрив з’єднання замість відповіді. Перевірте, що там проксі такого виду.',
  'sayings.proxy-nobody': '{address}: там ніхто не слухає. Перевірте хост і порт та чи працює проксі.',
  'sayings.proxy-unknown-host': '{address}: ім’я хоста невідоме. Перевірте написання.',
  'sayings.proxy-no-way': '{address}: до цього хоста немає шляху. Перевірте адресу й мережу.',
  'sayings.proxy-broke': '{address}: обірвав з’єднання. Перевірте, що там проксі такого виду.',
  'sayings.proxy-failed': '{address}: з’єднання не вдалося ({errorCode}). Перевірте схему, хост і порт.',
  'sayings.import-unknown': '{name} — невідоме тут налаштування {peer}, його пропущено.',
  'sayings.import-misfit': '{name} пропускається: значення у файлі не підходить.',
  'sayings.import-no-setting': 'Налаштування {name} немає: його пропущено.',
  'sayings.import-stays': '«{key}» лишається як є: те, що у файлі, не підходить.',
  'sayings.import-left-out': '«{key}» пропускається: значення у файлі не підходить.',
  'sayings.import-code-rewards': 'Нагороди у вигляді коду тут окремого виду: mining.benefits.CODE лишається як є.',
  'sayings.import-page-only': '{name} стосується сторінки rangermix і не має відповідника.',
  'sayings.import-window-only': '{name} стосується вікна TDM і не має відповідника.',
  'sayings.import-no-games':
    'games_to_watch порожній, тож rangermix нічого не видобуває, а з mining.mode priority_only — і Dropwise.',
  'sayings.import-badges':
    'TDM не видобуває кампаній зі значком чи емоутом, доки enable_badges_emotes вимкнено. Тут така кампанія пропускається, лише якщо акаунт не прив’язано; вимкніть mining.benefits.BADGE і mining.benefits.EMOTE, щоб пропускати більше.',
  'sayings.import-autostart': 'autostart_tray не має відповідника: Dropwise запускається як служба.',
  'sayings.import-tray': 'tray_notifications не має відповідника: сповіщення йдуть каналами, які ви налаштуєте.',
  'sayings.import-empty-names':
    '«{key}»: {count, plural, one {пропущено # порожнє ім’я} few {пропущено # порожні імені} many {пропущено # порожніх імен} other {пропущено # порожнього імені}}.',
  'sayings.import-bent': '«{key}» дорівнює {taken}, а не {given}: від {min} до {max}.',
  'sayings.settings-unreadable': '{path} має читатися, але система відповіла: {detail}. Робота йде без нього.',
  'sayings.settings-broken':
    '{path} має бути JSON, але рядок {line}, стовпець {column} не підходить. Він лишається як є{copy, select, none {} other {, копія — в {copy}}}. Робота йде без нього: виправте цей рядок.',
  'sayings.settings-misfit':
    '{place}: «{key}» не може бути {found}. {detail} {origin, select, file {Діє значення з файлу налаштувань.} environment {Діє значення з оточення.} other {Діє типове значення.}}',
  'sayings.settings-unknown': '{place}: налаштування {name} немає. Воно ні на що не впливає.',
  'sayings.settings-unknown-near':
    '{place}: налаштування {name} немає. Можливо, мається на увазі {near}. Воно ні на що не впливає.',
  'sayings.storage-read-only':
    '{path} має бути доступним для запису, але його файлова система змонтована лише для читання. Змонтуйте її для запису або виберіть іншу папку через --data-dir.',
  'sayings.storage-full': '{path} має приймати файли, але диск або квота заповнені. Звільніть місце.',
  'sayings.storage-file-in-way':
    '{path} має бути папкою, але на шляху стоїть файл {file}. Перемістіть його або виберіть іншу папку через --data-dir.',
  'sayings.storage-failing':
    '{path} має бути папкою, що приймає файли, але система відповіла: {detail}. Виправте це або виберіть іншу папку через --data-dir.',
  'sayings.storage-refused':
    '{path} має бути доступним для запису, але система відмовила. Дайте цьому обліковому запису право запису або виберіть іншу папку через --data-dir.',
  'sayings.storage-own-mode':
    '{path} має бути доступним для запису, але система відмовила: {folder} належить {owner} (режим {mode}), а Dropwise працює як {account}. Дайте власникові право запису.',
  'sayings.storage-not-made':
    '{path} не можна створити: {folder} належить {owner} (режим {mode}), а Dropwise працює як {account}. Створіть для нього папку або виберіть іншу через --data-dir.',
  'sayings.storage-other-owner':
    '{path} має бути доступним для запису, але система відмовила: {folder} належить {owner} (режим {mode}), а Dropwise працює як {account}. Передайте папку.',
};
