import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'План смотрит на две недели вперёд ради наибольшего числа дропов по вашим пожеланиям. Остальные режимы упорядочивают игры по одному правилу; игры из вашего списка везде идут первыми.',
  'settings.doc.mining.priority': 'Названия игр, самые нужные сначала. Регистр букв не важен.',
  'settings.doc.mining.wishes.games':
    'Насколько нужна каждая игра. Не названные здесь игры нужны, если они есть в списке выше или он пуст; иначе они занимают оставшееся время.',
  'settings.doc.mining.wishes.campaigns':
    'То же для отдельных кампаний, по идентификатору или точному названию. Важнее пожелания для игры.',
  'settings.doc.mining.wishes.drops':
    'То же для отдельных дропов, по идентификатору. Важнее пожеланий для кампании и игры. Исключённое ниже важнее любого пожелания.',
  'settings.doc.mining.planGoal': 'Чего план добивается в первую очередь.',
  'settings.doc.mining.exclude.games': 'Названия игр, которые никогда не добываются.',
  'settings.doc.mining.exclude.campaigns':
    'Кампании, которые никогда не добываются, по идентификатору или точному названию.',
  'settings.doc.mining.exclude.drops': 'Дропы, которые никогда не добываются, по идентификатору.',
  'settings.doc.mining.exclude.keywords':
    'Части названий: кампания или дроп, в названии которых есть одна из них, никогда не добываются.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Добывать награды, которые приходят сразу на игровой аккаунт.',
  'settings.doc.mining.benefits.BADGE': 'Добывать значки чата.',
  'settings.doc.mining.benefits.EMOTE': 'Добывать смайлы.',
  'settings.doc.mining.benefits.CODE': 'Добывать награды, которые приходят в виде кода.',
  'settings.doc.mining.benefits.UNKNOWN': 'Добывать награды видов, которые Twitch добавил после этой версии.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Добывать значки и смайлы и без привязанного игрового аккаунта: он им не нужен.',
  'settings.doc.mining.seed':
    'Задаёт порядок, когда игры выбираются случайно; одно и то же число даёт один и тот же порядок.',
  'settings.doc.mining.pausedHours':
    'Когда ничего не добывается. Часы, переходящие через полночь, относятся к дню, в который начинаются. Дропы всё равно получаются.',
  'settings.doc.mining.timeZone': 'По которому читаются часы паузы и тихие часы.',
  'settings.doc.discovery.availableDrops':
    'Спрашивать каналы в эфире с нужными играми, в каких кампаниях они участвуют.',
  'settings.doc.discovery.catalogue':
    'Читать публичный каталог кампаний, который ведут другие люди. Он не от Twitch и ничего не знает о вашем аккаунте.',
  'settings.doc.discovery.catalogueUrl': 'Где находится этот каталог.',
  'settings.doc.watching.transports':
    'В том порядке, в котором они пробуются. Следующий берётся, когда минуты не засчитываются.',
  'settings.doc.twitch.client':
    'В качестве чего Dropwise входит в Twitch. Сеанс принадлежит одному виду: после смены нужно войти снова.',
  'settings.doc.twitch.customClientId': 'Используется, только если выше выбран собственный клиент.',
  'settings.doc.twitch.socket': 'По какому каналу приходит прогресс.',
  'settings.doc.network.proxy':
    'Для всего, что идёт к Twitch. Может содержать имя и пароль, поэтому хранится в секрете.',
  'settings.doc.network.connectionQuality':
    'Умножает все пределы времени: 1 для хорошего соединения, 6 для очень медленного.',
  'settings.doc.maintenance.reloadMinutes': 'Как часто всё заново запрашивается у Twitch.',
  'settings.doc.logging.keepDays': 'Более старые ежедневные файлы журнала удаляются.',
  'settings.doc.console.host':
    'Всё, кроме собственного адреса этого компьютера (127.0.0.1, ::1, localhost), требует пароля.',
  'settings.doc.console.port': 'На котором консоль принимает соединения; 0 выбирает свободный.',
  'settings.doc.console.basePath':
    'Путь, под которым всё отдаётся, за обратным прокси с общим для других хостом, например /dropwise.',
  'settings.doc.console.allowedHosts':
    'Имена, на которые консоль отвечает помимо своего адреса, например nas.local или drops.example.org. Остальные отклоняются, чтобы никакая веб-страница не обратилась к ней под своим именем.',
  'settings.doc.console.trustedProxies':
    'Адреса или диапазоны (172.16.0.0/12) обратных прокси, которым можно верить, когда они сообщают, кто обращается.',
  'settings.doc.console.tlsCertFile': 'В формате PEM, для HTTPS; вместе с файлом ключа.',
  'settings.doc.console.tlsKeyFile': 'В формате PEM, для сертификата выше.',
  'settings.doc.console.sessionDays': 'Считаются от последнего визита браузера.',
  'settings.doc.console.metrics': 'Отдаёт /metrics. Как и всё остальное, требует входа или ключа API.',
  'settings.doc.history.factDays': 'Отдельные события. Полученные дропы и минуты по дням хранятся всегда.',
  'settings.doc.history.lineDays': 'В базе данных; у файлов журнала свой срок.',
  'settings.doc.history.sampleDays': 'Измерения процессора и памяти.',
  'settings.doc.history.auditDays': 'Журнал действий и прежние настройки.',
  'settings.doc.history.maxMegabytes':
    'Сверх этого раньше срока удаляются самые старые строки журнала, затем измерения, затем события.',
  'settings.doc.notifications.quietHours':
    'Часы, когда отправляется только то, что требует вас немедленно. Остальное придёт потом одним сообщением.',
  'settings.doc.notifications.repeatMinutes':
    'То же сообщение о том же самом не отправляется снова, пока не пройдёт столько минут.',
  'settings.doc.notifications.uncountedMinutes':
    'Сколько Twitch может ничего не засчитывать во время просмотра, прежде чем вам сообщат.',
  'settings.doc.backup.schedule':
    'Когда создаётся копия настроек и истории, строкой cron, например 30 4 * * *; пусто значит никогда само. Учётные данные входят в неё, только если DROPWISE_BACKUP_PASSPHRASE_FILE указывает файл с парольной фразой.',
  'settings.doc.backup.keep': 'Самая старая удаляется первой.',
  'settings.doc.backup.folder': 'Куда помещаются копии; пусто значит папку backups в каталоге данных.',
  'settings.doc.updates.check': 'Раз в день. Пока выключено, ничего не запрашивается.',
  'settings.doc.updates.url': 'Адрес, который отвечает JSON с полем version (или tag_name) и, если есть, url.',
};
