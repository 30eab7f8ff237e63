import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'Який канал він дивиться і що забирає, видно лише в його вікні, ніколи в log.txt: і те, і те відоме там, де цей вивід читають, і більше ніде.',
  'sayings.tdm-english-only':
    'Розпізнаються лише англійські тексти його вікна. Іншими мовами рядки зберігаються, але нічого не кажуть про канали, отримання та вхід.',
  'sayings.tdm-verbosity':
    'Хвилини відомі від -vvv. Що підтвердив Twitch, а що TDM порахував сам, відрізняє лише рядок, який це приніс.',
  'sayings.tdm-no-orders':
    'Команд він не приймає: кампанії оновлюють і канали вибирають у його вікні. Його можна запустити, зупинити й перезапустити.',
  'sayings.tdm-no-lists': 'Він не перелічує ні кампаній, ні планів.',
  'sayings.rangermix-one-number':
    'Він показує одне число хвилин і не відрізняє підтверджене Twitch від порахованого самим.',
  'sayings.rangermix-claims': 'Як він дійшов до отримання і скільки разів пробував, він не каже.',
  'sayings.rangermix-no-why': 'Чому і для якої кампанії він дивиться канал, він не каже.',
  'sayings.rangermix-language':
    'Про свій стан він каже своєю мовою: якщо це не англійська, його показано як є, без значення.',
  'sayings.rangermix-unheard': 'Те, що він сказав, поки ніхто не слухав, потім не читається.',
  'sayings.rangermix-no-plan':
    'Плану в нього немає. Налаштування змінюються через його API, поки він працює, а вийти можна лише на його машині.',
  'sayings.command-patterns': 'Відомо лише те, що його шаблони знаходять у його рядках; решта — ні.',
  'sayings.command-minutes': 'Хвилини вважаються підтвердженими лише там, де так каже шаблон, тобто його автор.',
  'sayings.command-no-orders': 'Він приймає лише команду завершитися: про програму нічого не відомо.',
  'sayings.adapter-absent': 'Ця консоль не має адаптера «{adapter}». Виберіть інший.',
  'sayings.line-twitch-down':
    'У Twitch негаразди; новий запит через {seconds, plural, one {# секунду} few {# секунди} many {# секунд} other {# секунди}}.',
  'sayings.line-unreachable':
    '{host} недоступний; нова спроба через {seconds, plural, one {# секунду} few {# секунди} many {# секунд} other {# секунди}}.',
  'sayings.line-unreachable-todo': 'Перевірте з’єднання і проксі в його налаштуваннях.',
  'sayings.line-query-unknown': 'Twitch не знав запиту {operation}.',
  'sayings.line-query-unknown-todo': 'Якщо так і лишиться, пошукайте оновлення цього майнера.',
  'sayings.line-operation-error': 'Twitch відповів на {operation} помилкою: {detail}.',
  'sayings.line-web-page': 'Замість відповіді Twitch надійшла вебсторінка.',
  'sayings.line-web-page-todo': 'Перевірте, чи ця мережа не вимагає входу, перш ніж пропускати.',
  'sayings.line-captcha': 'Twitch відмовив у вході з CAPTCHA.',
  'sayings.line-captcha-todo': 'Зачекайте дванадцять годин або довше і запустіть його знову.',
  'sayings.line-login-needed': 'Він чекає, поки ви увійдете в Twitch.',
  'sayings.line-login-button-todo': 'Натисніть кнопку входу в його вікні й введіть на Twitch код, який воно показує.',
  'sayings.line-login-code-todo': 'Відкрийте {link} і введіть {code}.',
  'sayings.line-login-confirm-todo': 'Відкрийте {link}, введіть {code} і підтвердьте тут: лише тоді він продовжить.',
  'sayings.line-session-kept': 'Twitch не завершив стару сесію: {detail}.',
  'sayings.line-drops-unknown': 'Twitch не сказав, які дропи має {channel}.',
  'sayings.line-watch-failed': 'Перегляд {channel} не дійшов до Twitch.',
  'sayings.line-unconfirmed': 'Twitch давно не підтверджував жодної хвилини для {campaign}.',
  'sayings.line-fatal': 'Сталася помилка, після якої він не може продовжувати.',
  'sayings.line-ended-error': 'Завершився з помилкою і просить уваги.',
  'sayings.line-restart-todo': 'Перегляньте його останні рядки й перезапустіть його.',
  'sayings.line-part-failed': 'Його частина {task} відмовила; подробиці в його рядках.',
  'sayings.line-part-failed-todo': 'Якщо він не продовжить сам, перезапустіть його.',
  'sayings.line-stopped-mining': 'Він більше не видобуває, хоча процес, можливо, чекає на закриття вікна.',
  'sayings.line-socket-none': 'Його пряме з’єднання {socket} із Twitch не встановлюється.',
  'sayings.line-socket-closed': 'Його пряме з’єднання {socket} із Twitch закрито з боку Twitch.',
  'sayings.line-socket-reconnecting': 'Його пряме з’єднання {socket} із Twitch відновлюється.',
  'sayings.line-socket-silent': 'Його пряме з’єднання {socket} із Twitch не отримало відповіді.',
  'sayings.line-socket-moving': 'Його пряме з’єднання {socket} із Twitch переходить на інший сервер.',
  'sayings.line-socket-error': 'Його пряме з’єднання {socket} із Twitch повідомляє про помилку.',
  'sayings.line-socket-failed': 'Його пряме з’єднання {socket} із Twitch відмовило.',
  'sayings.line-watching': 'Дивиться. Що рахує Twitch, тут невідомо.',
  'sayings.dropwise-version':
    'Консоль очікує майнер, що говорить версією {expected} їхньої мови, а цей говорить версією {found}. Установіть обидва з одного джерела і перезапустіть їх.',
  'sayings.adapter-failed': 'Його вивід незрозумілий: адаптер відмовив. Подробиці в журналі.',
  'sayings.rangermix-silent': 'Працює, але не відповідає за адресою {url}: {detail}.',
  'sayings.rangermix-silent-todo': 'Перевірте адресу і чи не зайнятий його порт.',
  'sayings.rangermix-lost': 'rangermix недоступний за адресою {url}: {detail}.',
};
