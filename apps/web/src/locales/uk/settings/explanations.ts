import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'План дивиться на два тижні вперед і добирає якомога більше дропів за вашими побажаннями. Інші режими впорядковують ігри за одним правилом; в усіх них ігри з вашого списку йдуть першими.',
  'settings.doc.mining.priority': 'Назви ігор, спочатку найбажаніші. Великі й малі літери не розрізняються.',
  'settings.doc.mining.wishes.games':
    'Наскільки ви хочете кожну гру. Не названі тут ігри бажані, якщо вони є у списку вище або той список порожній; інакше вони заповнюють час, що лишається.',
  'settings.doc.mining.wishes.campaigns':
    'Те саме для окремих кампаній, за ідентифікатором або точною назвою. Важливіше за побажання для гри.',
  'settings.doc.mining.wishes.drops':
    'Те саме для окремих дропів, за ідентифікатором. Важливіше за побажання для кампанії та гри. Виключене нижче важливіше за будь-яке побажання.',
  'settings.doc.mining.planGoal': 'Чого план прагне якнайбільше.',
  'settings.doc.mining.exclude.games': 'Назви ігор, які ніколи не майняться.',
  'settings.doc.mining.exclude.campaigns': 'Кампанії, які ніколи не майняться, за ідентифікатором або точною назвою.',
  'settings.doc.mining.exclude.drops': 'Дропи, які ніколи не майняться, за ідентифікатором.',
  'settings.doc.mining.exclude.keywords':
    'Частини назв: кампанія або дроп, у назві яких є котрась із них, ніколи не майниться.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT':
    'Майнити винагороди, що потрапляють одразу в ігровий обліковий запис.',
  'settings.doc.mining.benefits.BADGE': 'Майнити значки чату.',
  'settings.doc.mining.benefits.EMOTE': 'Майнити емоції.',
  'settings.doc.mining.benefits.CODE': 'Майнити винагороди у вигляді коду.',
  'settings.doc.mining.benefits.UNKNOWN': 'Майнити винагороди видів, які Twitch додав після цієї версії.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Майнити значки й емоції також без прив’язаного ігрового облікового запису: він їм не потрібен.',
  'settings.doc.mining.seed': 'Визначає порядок, коли ігри вибираються випадково; те саме число дає той самий порядок.',
  'settings.doc.mining.pausedHours':
    'Коли нічого не майниться. Години, що переходять за північ, належать до дня, коли почалися. Дропи все одно отримуються.',
  'settings.doc.mining.timeZone': 'За яким читаються години паузи й тихі години.',
  'settings.doc.discovery.availableDrops':
    'Питати канали в ефірі з бажаними іграми, у яких кампаніях вони беруть участь.',
  'settings.doc.discovery.catalogue':
    'Читати публічний каталог кампаній, який ведуть інші люди. Він не від Twitch і нічого не знає про ваш обліковий запис.',
  'settings.doc.discovery.catalogueUrl': 'Де розміщено цей каталог.',
  'settings.doc.watching.transports':
    'У порядку, в якому їх випробовують. Наступний використовується, коли хвилини не зараховуються.',
  'settings.doc.twitch.client':
    'Як що Dropwise входить у Twitch. Сеанс належить до одного виду: після зміни треба увійти знову.',
  'settings.doc.twitch.customClientId': 'Використовується, лише якщо вище вибрано власний вид клієнта.',
  'settings.doc.twitch.socket': 'Через що надходить поступ.',
  'settings.doc.network.proxy':
    'Для всього, що йде до Twitch. Може містити ім’я та пароль, тому зберігається в таємниці.',
  'settings.doc.network.connectionQuality':
    'Множить усі обмеження часу: 1 для доброго з’єднання, 6 для дуже повільного.',
  'settings.doc.maintenance.reloadMinutes': 'Як часто все запитується у Twitch знову.',
  'settings.doc.logging.keepDays': 'Щоденні файли журналу, старіші за це, видаляються.',
  'settings.doc.console.host':
    'Для всього, крім власної адреси цього комп’ютера (127.0.0.1, ::1, localhost), потрібен пароль.',
  'settings.doc.console.port': 'Де слухає консоль; 0 — будь-який вільний.',
  'settings.doc.console.basePath':
    'Шлях, під яким усе доступне, якщо консоль за зворотним проксі ділить хост з іншими, наприклад /dropwise.',
  'settings.doc.console.allowedHosts':
    'Імена, за якими консоль відповідає, крім адреси, на якій слухає, наприклад nas.local або drops.example.org. Іншим відмовляється, щоб жодна вебсторінка не дісталася до неї за своїм іменем.',
  'settings.doc.console.trustedProxies':
    'Адреси або діапазони (172.16.0.0/12) зворотних проксі, яким можна вірити, коли вони кажуть, хто звертається.',
  'settings.doc.console.tlsCertFile': 'У форматі PEM, щоб працював HTTPS; разом із файлом ключа.',
  'settings.doc.console.tlsKeyFile': 'У форматі PEM, до сертифіката вище.',
  'settings.doc.console.sessionDays': 'Рахуючи від останнього відвідування браузером.',
  'settings.doc.console.metrics': 'Надавати /metrics. Як і все інше, вимагає входу або ключа API.',
  'settings.doc.history.factDays': 'Окремі події. Отримані дропи та хвилини за днями зберігаються назавжди.',
  'settings.doc.history.lineDays': 'У базі даних; файли журналу мають власне обмеження.',
  'settings.doc.history.sampleDays': 'Вимірювання процесора й пам’яті.',
  'settings.doc.history.auditDays': 'Журнал дій і попередні налаштування.',
  'settings.doc.history.maxMegabytes':
    'Понад це передчасно видаляються найстаріші рядки журналу, потім вимірювання, потім події.',
  'settings.doc.notifications.quietHours':
    'Години, коли надсилається лише те, що потребує вас негайно. Решта надходить потім одним повідомленням.',
  'settings.doc.notifications.repeatMinutes':
    'Те саме повідомлення про те саме не надсилається знову, доки не мине стільки хвилин.',
  'settings.doc.notifications.uncountedMinutes':
    'Скільки часу Twitch може нічого не зараховувати під час перегляду, перш ніж вам скажуть.',
  'settings.doc.backup.schedule':
    'Коли робити резервну копію налаштувань та історії, у вигляді рядка cron, наприклад 30 4 * * *; порожньо — сама ніколи. Облікові дані входять до неї, лише якщо DROPWISE_BACKUP_PASSPHRASE_FILE вказує на файл із парольною фразою.',
  'settings.doc.backup.keep': 'Найстаріша видаляється першою.',
  'settings.doc.backup.folder': 'Куди складати резервні копії; порожньо — тека backups у каталозі даних.',
  'settings.doc.updates.check': 'Раз на день. Доки вимкнено, ніхто ніколи не запитується.',
  'settings.doc.updates.url': 'Адреса, що відповідає JSON-даними, у яких є version (або tag_name) і, за бажанням, url.',
};
