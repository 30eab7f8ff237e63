import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'Jaki kanał ogląda i co odbiera, widać tylko w jego oknie, nigdy w log.txt: oba są znane tam, gdzie to wyjście jest czytane, i tylko tam.',
  'sayings.tdm-english-only':
    'Rozpoznawane są tylko angielskie teksty jego okna. W innych językach wiersze są zachowywane, ale nic nie mówią o kanałach, odbiorach i logowaniu.',
  'sayings.tdm-verbosity':
    'Minuty są znane od -vvv. Co potwierdził Twitch, a co TDM policzył sam, odróżnia tylko wiersz, który to przyniósł.',
  'sayings.tdm-no-orders':
    'Nie przyjmuje poleceń: kampanie odświeża się i kanały wybiera w jego oknie. Można go uruchomić, zatrzymać i uruchomić ponownie.',
  'sayings.tdm-no-lists': 'Nie wymienia ani swoich kampanii, ani planów.',
  'sayings.rangermix-one-number':
    'Pokazuje jedną liczbę minut i nie odróżnia tego, co potwierdził Twitch, od tego, co policzył sam.',
  'sayings.rangermix-claims': 'Jak doszedł do odbioru i ile razy próbował, nie mówi.',
  'sayings.rangermix-no-why': 'Dlaczego ogląda kanał i dla jakiej kampanii, nie mówi.',
  'sayings.rangermix-language':
    'Swoje stany podaje we własnym języku: jeśli nie jest to angielski, są pokazywane tak jak są, bez znaczenia.',
  'sayings.rangermix-unheard': 'Tego, co mówił, gdy nikt nie słuchał, nie czyta się później.',
  'sayings.rangermix-no-plan':
    'Nie ma planu. Ustawienia zmienia się przez jego API, gdy działa, a wylogować można się tylko na jego maszynie.',
  'sayings.command-patterns':
    'Znane jest tylko to, co jego wzorce znajdą w jego wierszach; nic więcej z tego, co robi.',
  'sayings.command-minutes':
    'Minuty liczą się jako potwierdzone tylko tam, gdzie mówi tak wzorzec, a to słowo tego, kto go napisał.',
  'sayings.command-no-orders': 'Nie przyjmuje poleceń poza zakończeniem: o programie nic nie wiadomo.',
  'sayings.adapter-absent': 'Ta konsola nie ma adaptera „{adapter}”. Wybierz inny.',
  'sayings.line-twitch-down':
    'Twitch ma kłopoty; kolejne pytanie za {seconds, plural, one {# sekundę} few {# sekundy} many {# sekund} other {# sekundy}}.',
  'sayings.line-unreachable':
    'Nie można połączyć się z {host}; kolejna próba za {seconds, plural, one {# sekundę} few {# sekundy} many {# sekund} other {# sekundy}}.',
  'sayings.line-unreachable-todo': 'Sprawdź połączenie i proxy w jego ustawieniach.',
  'sayings.line-query-unknown': 'Twitch nie znał zapytania {operation}.',
  'sayings.line-query-unknown-todo': 'Jeśli tak zostanie, poszukaj aktualizacji tego minera.',
  'sayings.line-operation-error': 'Twitch odpowiedział na {operation} błędem: {detail}.',
  'sayings.line-web-page': 'Zamiast odpowiedzi Twitcha przyszła strona WWW.',
  'sayings.line-web-page-todo': 'Sprawdź, czy ta sieć nie wymaga logowania, zanim kogoś przepuści.',
  'sayings.line-captcha': 'Twitch odmówił logowania z powodu CAPTCHA.',
  'sayings.line-captcha-todo': 'Poczekaj dwanaście godzin lub dłużej, a potem uruchom go ponownie.',
  'sayings.line-login-needed': 'Czeka, aż zalogujesz się do Twitcha.',
  'sayings.line-login-button-todo': 'Naciśnij przycisk logowania w jego oknie i wpisz na Twitchu kod, który pokazuje.',
  'sayings.line-login-code-todo': 'Otwórz {link} i wpisz {code}.',
  'sayings.line-login-confirm-todo': 'Otwórz {link}, wpisz {code} i potwierdź tutaj: dopiero wtedy ruszy dalej.',
  'sayings.line-session-kept': 'Twitch nie zakończył starej sesji: {detail}.',
  'sayings.line-drops-unknown': 'Twitch nie powiedział, jakie dropy ma {channel}.',
  'sayings.line-watch-failed': 'Oglądanie {channel} nie dotarło do Twitcha.',
  'sayings.line-unconfirmed': 'Twitch od pewnego czasu nie potwierdził żadnej minuty {campaign}.',
  'sayings.line-fatal': 'Napotkał błąd, po którym nie może działać dalej.',
  'sayings.line-ended-error': 'Zakończył się błędem i prosi o uwagę.',
  'sayings.line-restart-todo': 'Zobacz jego ostatnie wiersze, a potem uruchom go ponownie.',
  'sayings.line-part-failed': 'Jego część {task} zawiodła; szczegóły są w jego wierszach.',
  'sayings.line-part-failed-todo': 'Jeśli sam nie ruszy dalej, uruchom go ponownie.',
  'sayings.line-stopped-mining': 'Już nie zbiera, choć jego proces może jeszcze czekać na zamknięcie okna.',
  'sayings.line-socket-none': 'Jego połączenie na żywo {socket} z Twitchem nie dochodzi do skutku.',
  'sayings.line-socket-closed': 'Jego połączenie na żywo {socket} z Twitchem zostało zamknięte przez Twitcha.',
  'sayings.line-socket-reconnecting': 'Jego połączenie na żywo {socket} z Twitchem jest nawiązywane ponownie.',
  'sayings.line-socket-silent': 'Jego połączenie na żywo {socket} z Twitchem nie dostało odpowiedzi.',
  'sayings.line-socket-moving': 'Jego połączenie na żywo {socket} z Twitchem przenosi się na inny serwer.',
  'sayings.line-socket-error': 'Jego połączenie na żywo {socket} z Twitchem zgłasza błąd.',
  'sayings.line-socket-failed': 'Jego połączenie na żywo {socket} z Twitchem zawiodło.',
  'sayings.line-watching': 'Ogląda. Nie wiadomo tu, co liczy Twitch.',
  'sayings.dropwise-version':
    'Konsola oczekuje minera, który mówi wersją {expected} ich języka, a ten mówi wersją {found}. Zainstaluj oba z tego samego źródła i uruchom je ponownie.',
  'sayings.adapter-failed': 'Jego wyjścia nie da się zrozumieć: adapter zawiódł. Szczegóły są w dzienniku.',
  'sayings.rangermix-silent': 'Działa, ale nie odpowiada pod {url}: {detail}.',
  'sayings.rangermix-silent-todo': 'Sprawdź adres i to, czy nic innego nie używa jego portu.',
  'sayings.rangermix-lost': 'Nie można połączyć się z rangermix pod {url}: {detail}.',
};
