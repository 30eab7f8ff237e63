import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'Какой канал он смотрит и что забирает, видно только в его окне, но не в log.txt: то и другое известно там, где этот вывод читают, и больше нигде.',
  'sayings.tdm-english-only':
    'Распознаются только английские тексты его окна. На других языках строки хранятся, но ничего не говорят о каналах, получении и входе.',
  'sayings.tdm-verbosity':
    'Минуты известны начиная с -vvv. Что подтвердил Twitch, а что TDM посчитал сам, отличает лишь строка, которая это принесла.',
  'sayings.tdm-no-orders':
    'Команд он не принимает: кампании обновляют и каналы выбирают в его окне. Его можно запустить, остановить и перезапустить.',
  'sayings.tdm-no-lists': 'Он не перечисляет ни кампаний, ни планов.',
  'sayings.rangermix-one-number':
    'Он показывает одно число минут и не отличает подтверждённое Twitch от того, что посчитал сам.',
  'sayings.rangermix-claims': 'Как он пришёл к получению и сколько раз пытался, он не говорит.',
  'sayings.rangermix-no-why': 'Почему и для какой кампании он смотрит канал, он не говорит.',
  'sayings.rangermix-language':
    'О своём состоянии он говорит на своём языке: если это не английский, оно показано как есть, без смысла.',
  'sayings.rangermix-unheard': 'То, что он сказал, пока никто не слушал, потом не читается.',
  'sayings.rangermix-no-plan':
    'Плана у него нет. Настройки меняются через его API, пока он работает, а выйти можно только на его машине.',
  'sayings.command-patterns': 'Известно лишь то, что его шаблоны находят в его строках; всё остальное — нет.',
  'sayings.command-minutes': 'Минуты считаются подтверждёнными, только где так говорит шаблон, то есть его автор.',
  'sayings.command-no-orders': 'Он принимает лишь команду завершиться: о программе ничего не известно.',
  'sayings.adapter-absent': 'У этой консоли нет адаптера «{adapter}». Выберите другой.',
  'sayings.line-twitch-down':
    'У Twitch неполадки; новый запрос через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
  'sayings.line-unreachable':
    '{host} недоступен; новая попытка через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
  'sayings.line-unreachable-todo': 'Проверьте соединение и прокси в его настройках.',
  'sayings.line-query-unknown': 'Twitch не знал запроса {operation}.',
  'sayings.line-query-unknown-todo': 'Если так останется, поищите обновление этого майнера.',
  'sayings.line-operation-error': 'Twitch ответил на {operation} ошибкой: {detail}.',
  'sayings.line-web-page': 'Вместо ответа Twitch пришла веб-страница.',
  'sayings.line-web-page-todo': 'Проверьте, не требует ли эта сеть входа, прежде чем пропускать.',
  'sayings.line-captcha': 'Twitch отказал во входе с CAPTCHA.',
  'sayings.line-captcha-todo': 'Подождите двенадцать часов или дольше и запустите его снова.',
  'sayings.line-login-needed': 'Он ждёт, пока вы войдёте в Twitch.',
  'sayings.line-login-button-todo': 'Нажмите кнопку входа в его окне и введите на Twitch код, который оно показывает.',
  'sayings.line-login-code-todo': 'Откройте {link} и введите {code}.',
  'sayings.line-login-confirm-todo': 'Откройте {link}, введите {code} и подтвердите здесь: только тогда он продолжит.',
  'sayings.line-session-kept': 'Twitch не завершил старый сеанс: {detail}.',
  'sayings.line-drops-unknown': 'Twitch не сообщил, какие дропы есть у {channel}.',
  'sayings.line-watch-failed': 'Просмотр {channel} не дошёл до Twitch.',
  'sayings.line-unconfirmed': 'Twitch давно не подтверждал ни минуты для {campaign}.',
  'sayings.line-fatal': 'Произошла ошибка, после которой он не может продолжать.',
  'sayings.line-ended-error': 'Завершился с ошибкой и просит внимания.',
  'sayings.line-restart-todo': 'Посмотрите его последние строки и перезапустите его.',
  'sayings.line-part-failed': 'Его часть {task} отказала; подробности в его строках.',
  'sayings.line-part-failed-todo': 'Если он не продолжит сам, перезапустите его.',
  'sayings.line-stopped-mining': 'Он больше не добывает, хотя процесс, возможно, ждёт закрытия окна.',
  'sayings.line-socket-none': 'Его прямое соединение {socket} с Twitch не устанавливается.',
  'sayings.line-socket-closed': 'Его прямое соединение {socket} с Twitch закрыто со стороны Twitch.',
  'sayings.line-socket-reconnecting': 'Его прямое соединение {socket} с Twitch восстанавливается.',
  'sayings.line-socket-silent': 'Его прямое соединение {socket} с Twitch не получило ответа.',
  'sayings.line-socket-moving': 'Его прямое соединение {socket} с Twitch переходит на другой сервер.',
  'sayings.line-socket-error': 'Его прямое соединение {socket} с Twitch сообщает об ошибке.',
  'sayings.line-socket-failed': 'Его прямое соединение {socket} с Twitch отказало.',
  'sayings.line-watching': 'Смотрит. Что считает Twitch, здесь неизвестно.',
  'sayings.dropwise-version':
    'Консоль ожидает майнер, говорящий на версии {expected} их языка, а этот говорит на версии {found}. Установите оба из одного источника и перезапустите их.',
  'sayings.adapter-failed': 'Его вывод не понять: адаптер отказал. Подробности в журнале.',
  'sayings.rangermix-silent': 'Работает, но не отвечает по адресу {url}: {detail}.',
  'sayings.rangermix-silent-todo': 'Проверьте адрес и не занят ли его порт.',
  'sayings.rangermix-lost': 'rangermix недоступен по адресу {url}: {detail}.',
};
